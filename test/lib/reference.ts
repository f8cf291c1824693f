import { readFileSync } from "node:fs";

/** Numbers computed by SciPy, NumPy and mpmath; see test/reference/README.md. */
export const reference = JSON.parse(
  readFileSync(new URL("../reference/values.json", import.meta.url), "utf8"),
);

/** Relative difference of two numbers; 0 when they agree exactly. */
export function relativeError(actual: number, expected: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected || 1);
}
