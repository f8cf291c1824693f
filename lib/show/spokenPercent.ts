import { spokenNumber } from "./spokenNumber.ts";

/** A share as per cent with one decimal. Only nothing is 0 %, and only the whole is 100 %. */
export function spokenPercent(share: number): string {
  const rounded = Number((100 * share).toFixed(1));
  if (rounded === 0 && share > 0) return "less than 0.1 %";
  if (rounded === 100 && share < 1) return "more than 99.9 %";
  return `${spokenNumber(rounded)} %`;
}
