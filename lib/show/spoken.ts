import { groupedDigits } from "./groupedDigits.ts";
import { powerOfTen } from "./powerOfTen.ts";

/**
 * A number as a person writes it in a sentence, and a screen reader says it: 4 significant digits (whole numbers below a
 * million: all), thousands apart from five digits on, so that a year stays a year; "2.5 million", "1 billion"; a true
 * minus sign; powers of ten for what is tiny or huge.
 */
export function spokenNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace("-", "−");
  const size = Math.abs(value);
  const isWhole = Number.isInteger(size) && size < 1e6;
  return (value < 0 ? "−" : "") + unsigned(isWhole ? size : Number(size.toPrecision(4)));
}

function unsigned(size: number): string {
  if ((size > 0 && size < 1e-4) || size >= 1e12) return powerOfTen(size);
  if (size >= 1e9) return `${short(size / 1e9)} billion`;
  if (size >= 1e6) return `${short(size / 1e6)} million`;
  return groupedDigits(String(size));
}

/** Without the last digits that dividing makes. */
const short = (size: number): number => Number(size.toPrecision(4));

/** A sentence from its words: the first letter is a capital. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "a", "a and b", "a, b and c". */
export function spokenList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** A share in percent with one decimal. Only nothing is 0 %, and only the whole is 100 %. */
export function spokenPercent(share: number): string {
  const rounded = Number((100 * share).toFixed(1));
  if (rounded === 0 && share > 0) return "less than 0.1 %";
  if (rounded === 100 && share < 1) return "more than 99.9 %";
  return `${spokenNumber(rounded)} %`;
}
