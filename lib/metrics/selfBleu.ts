import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Token } from "../text/token.ts";
import { type BleuSmoothing, bleuScore, countedIds, requireBleuSmoothing } from "./parts/bleuScore.ts";
import { ngramIds } from "./parts/ngramIds.ts";
import { requireText } from "./parts/requireText.ts";

/**
 * Self-BLEU: the mean BLEU of each sample against all the others. Higher means that samples resemble each other: less
 * variety. It grows with the number of samples, so compare equal numbers. O(n · tokens) time, not pairs of samples.
 *
 * @param samples texts of tokens, at least 2, each of at least 1 token
 * @param options.n longest n-gram, ≥ 1; 4 is usual
 * @param options.smoothing "none", "add-one" or `{ epsilon }`, as in `bleu`; it has no default
 * @returns 0–1; 1 if each sample has an equal among the others (and none is shorter than n)
 * @throws {RangeError} if there are fewer than 2 samples, one is empty, n is not an integer ≥ 1, or smoothing is not said
 * @throws {TypeError} if a token is neither a text nor a finite number
 * @see Zhu et al. (2018), "Texygen", arXiv:1802.01886 — chapter 6
 * @example selfBleu([["a", "b", "c"], ["a", "b", "d"]], { n: 2, smoothing: "none" }).toFixed(6) // => "0.577350"
 */
export function selfBleu(
  samples: readonly ArrayLike<Token>[],
  options: { n: number; smoothing: BleuSmoothing },
): number {
  const action = "compute selfBleu";
  const { n, smoothing } = requireOptions(action, options);
  requireInteger(action, "n", n, 1);
  requireBleuSmoothing(action, smoothing);
  if (samples.length < 2)
    throw new RangeError(`Cannot ${action}: samples must hold at least 2 texts, got ${samples.length}`);
  for (const [i, sample] of samples.entries()) requireText(action, `samples[${i}]`, sample, 1);

  const longest = samples.reduce((most, { length }) => Math.max(most, length), 1);
  const matches = ngramIds(samples, Math.min(n, longest)).map(matchesWithOthers); // shape (≤ n, samples)
  const closest = closestOthers(samples.map(({ length }) => length));
  let sum = 0;
  for (const [i, { length }] of samples.entries()) {
    const own = matches.map((byOrder) => byOrder[i]!);
    sum += bleuScore(own, n, length, closest[i]!, smoothing);
  }
  return sum / samples.length;
}

/** For each sample, the n-grams it shares with the others: each at most as often as the other with most of them has it. */
function matchesWithOthers(grams: readonly Uint32Array[]): number[] {
  const most = new Map<number, { count: number; owner: number; second: number }>();
  const counted = grams.map(countedIds);
  for (const [owner, counts] of counted.entries()) {
    for (const [id, count] of counts) {
      const best = most.get(id);
      if (!best || count > best.count) most.set(id, { count, owner, second: best?.count ?? 0 });
      else if (count > best.second) best.second = count;
    }
  }
  return counted.map((counts, sample) => {
    let sum = 0;
    for (const [id, count] of counts) {
      const best = most.get(id)!;
      sum += Math.min(count, best.owner === sample ? best.second : best.count);
    }
    return sum;
  });
}

/** For each length, the closest one among the others; the shorter of two equally close. */
function closestOthers(lengths: readonly number[]): number[] {
  const sorted = lengths.toSorted((a, b) => a - b);
  const firstAt = new Map<number, number>(); // the first of its equals
  for (const [at, length] of sorted.entries()) if (!firstAt.has(length)) firstAt.set(length, at);
  return lengths.map((length) => {
    const at = firstAt.get(length)!;
    const above = sorted[at + 1] ?? Infinity;
    const below = sorted[at - 1] ?? -Infinity;
    return length - below <= above - length && above !== length ? below : above;
  });
}
