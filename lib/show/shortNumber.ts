import { groupedDigits } from "./groupedDigits.ts";
import { powerOfTen } from "./powerOfTen.ts";

/**
 * A number as a table wants it: 4 significant digits, no trailing zeros, large integers whole, thousands apart from five
 * digits on; a true minus sign; powers of ten for what is tiny.
 */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  return (value < 0 ? "−" : "") + unsigned(size);
}

function unsigned(size: number): string {
  if (!Number.isFinite(size)) return String(size);
  if (Number.isInteger(size) && size < 1e15) return groupedDigits(String(size));
  const short = Number(size.toPrecision(4));
  return (size > 0 && size < 1e-4) || size >= 1e15 ? powerOfTen(short) : groupedDigits(String(short));
}
