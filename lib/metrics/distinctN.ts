import { requireBoolean } from "../require/requireBoolean.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Token } from "../text/token.ts";
import { ngramIds } from "./parts/ngramIds.ts";
import { requireText } from "./parts/requireText.ts";

/**
 * Distinct-n: different n-grams, as a share of all n-grams. Higher is more varied.
 *
 * Published code does it in two ways that give different numbers. Pooled: over the n-grams of all samples together, so
 * samples that repeat each other lower it. Per sample: the mean of each sample's own share, which only sees repetition
 * within a sample. Either falls with the length of the text: compare equal lengths.
 *
 * @param samples texts of tokens; at least one
 * @param options.n tokens per n-gram, ≥ 1
 * @param options.pooled true to pool all samples, false for the mean over samples; it has no default
 * @returns a share, above 0 and at most 1
 * @throws {RangeError} if there is no sample, a sample (pooled: every sample) is shorter than n, or n is not an integer ≥ 1
 * @throws {TypeError} if pooled is not said, or a token is neither a text nor a finite number
 * @see Li et al. (2016), "A Diversity-Promoting Objective Function", arXiv:1510.03055 — chapter 6
 * @example distinctN([["a", "b"], ["a", "c"]], { n: 1, pooled: true }) // => 0.75
 * @example distinctN([["a", "b"], ["a", "c"]], { n: 1, pooled: false }) // => 1
 */
export function distinctN(
  samples: readonly ArrayLike<Token>[],
  options: { n: number; pooled: boolean },
): number {
  const action = "compute distinctN";
  const { n, pooled } = requireOptions(action, options);
  requireInteger(action, "n", n, 1);
  requireBoolean(action, "pooled", pooled);
  for (const [i, sample] of samples.entries()) requireText(action, `samples[${i}]`, sample, pooled ? 0 : n);
  const longest = samples.reduce((most, { length }) => Math.max(most, length), 1);
  const grams = n > longest ? [] : ngramIds(samples, n)[n - 1]!;
  const total = grams.reduce((sum, { length }) => sum + length, 0);
  if (total === 0) {
    throw new RangeError(`Cannot ${action}: samples must hold at least 1 ${n}-gram, got 0`);
  }
  if (!pooled) {
    return grams.reduce((sum, ids) => sum + new Set(ids).size / ids.length, 0) / grams.length;
  }
  const types = new Set<number>();
  for (const ids of grams) for (const id of ids) types.add(id);
  return types.size / total;
}
