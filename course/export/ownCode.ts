import { linesLeft } from "./linesLeft.ts";

/** Numbers that each student has of their own stand on lines with this comment, in what is handed out. */
const variantLine = /\/\/\s*variant\b/;
const literal = /(?<![\w.$])\d(?:[\d_]*\d)?(?:\.\d+)?n?(?![\w.])/g;

/**
 * The code of an answer that is its author's: without the lines that were handed out, and with one's own numbers all
 * written as 0, so that two who share code but not numbers look alike.
 *
 * @param released the cell as it was handed out
 * @param numbers the student's own, as `ownNumbers` finds them
 */
export function ownCode(released: string, answer: string, numbers: ReadonlySet<string>): string {
  const plain = (line: string): string =>
    line
      .replace(literal, (digits) => (variantLine.test(line) || numbers.has(digits) ? "0" : digits))
      .trimEnd();
  return linesLeft(released.split("\n").map(plain), answer.split("\n").map(plain))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\s+$/g, "");
}

/** The numbers that a submission was given of its own: those of at least three digits on its lines for variants. */
export const ownNumbers = (sources: readonly string[]): ReadonlySet<string> =>
  new Set(
    sources
      .flatMap((source) => source.split("\n"))
      .filter((line) => variantLine.test(line))
      .flatMap((line) => line.replace(/\/\/.*$/, "").match(literal) ?? [])
      .filter((digits) => digits.replace(/\D/g, "").length >= 3),
  );
