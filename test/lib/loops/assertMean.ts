import assert from "node:assert/strict";
import { mean, standardError } from "../../../lib/index.ts";

/** The mean over runs lies within 4 of its own standard errors of the law. */
export function assertMean(values: ArrayLike<number>, law: number, what: string): void {
  const [estimate, error] = [mean(values), standardError(values)];
  assert.ok(Math.abs(estimate - law) <= 4 * error, `${what}: ${estimate} ± ${error}, not ${law}`);
}
