import { groupedDigits } from "./groupedDigits.ts";

/** What a slider stands at, as the page writes it. */
export const valueText = (value: number | string): string =>
  typeof value === "number" ? groupedDigits(String(value)).replace(/^-/, "−") : value;
