import { shortNumber } from "./shortNumber.ts";

/** Keeps the digits of one number on one line. */
const noBreak = "\u00a0";

/**
 * A number as the HTML of a table has it, in four digits or so: from five digits on thousands stand apart, so that a year
 * stays a year; a true minus; powers of ten where zeros would be counted. A test holds it to the library's tables.
 *
 * @example [200000, -0.123456, 1.052e-5].map(readableNumber) // => ["200 000", "−0.1235", "1.052 × 10⁻⁵"]
 */
export function readableNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  const size = Math.abs(value);
  const isPower = size !== Infinity && ((size > 0 && size < 1e-4) || size >= 1e15);
  const digits = isPower ? powerOfTen(Number(size.toPrecision(4))) : grouped(shortNumber(size));
  return (value < 0 || Object.is(value, -0) ? "−" : "") + digits;
}

/** The digits of a number that is not negative, thousands apart. */
export function grouped(number: string): string {
  const [whole = "", decimals] = number.split(".");
  const apart = /^\d{5,}$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, noBreak) : whole;
  return decimals ? `${apart}.${decimals}` : apart;
}

function powerOfTen(size: number): string {
  const [digits, exponent = ""] = size.toExponential().split("e");
  const raised = exponent.replace("+", "").replace(/./g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻");
  return digits === "1" ? `10${raised}` : `${digits}${noBreak}×${noBreak}10${raised}`;
}
