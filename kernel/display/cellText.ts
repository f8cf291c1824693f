import { plainText } from "./plainText.ts";

const longest = 80;

/** A value as a table shows it: one line, texts without quotes, nothing for what is missing. */
export function cellText(value: unknown, number: (value: number) => string = plainText): string {
  if (value === undefined) return "";
  if (typeof value === "number") return number(value);
  const text = typeof value === "string" ? value : plainText(value);
  const line = text.slice(0, 1000).replace(/\s+/g, " ");
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
