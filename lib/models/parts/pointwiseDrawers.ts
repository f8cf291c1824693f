import { notListed } from "../../random/parts/notListed.ts";
import type { Drawer } from "./decodedWriter.ts";
import type { ListSuccessors } from "./listSuccessors.ts";
import type { NextToken } from "./nextToken.ts";
import type { SharedCounts } from "./sharedCounts.ts";

/** What tokens weigh after any context in which counts and 1/V have the same shares. */
interface Groups extends SharedCounts {
  /** Probability of one token of each group. */
  readonly chances: Float64Array;
  /** What such a token weighs. */
  readonly weights: Float64Array;
  /** What all tokens of the groups up to the end of each weigh. */
  readonly ends: Float64Array;
}

/** Kept tables may hold this many numbers together (16 MB). */
const room = 2_000_000;

/**
 * Drawers for a decoding that weighs each token by its own probability: the tokens that were not seen after a context
 * weigh what they weigh after others like it, so that a drawer costs what was seen, not the vocabulary. Null where all
 * weights together leave the range of numbers.
 */
export function pointwiseDrawers(
  { tree, mixture, vocabularySize }: NextToken,
  weigh: (probability: number) => number,
  byCount: SharedCounts,
  successors: ListSuccessors,
): (length: number, context: number) => Drawer | null {
  const known = new Map<string, Groups>();
  let kept = 0;
  /** Where counts play no part, all tokens are one group. */
  const inOne: SharedCounts = {
    tokens: byCount.tokens,
    first: Uint32Array.of(0, vocabularySize),
    groupOf: new Uint32Array(vocabularySize),
  };
  const groupsOf = (share: number, uniform: number): Groups => {
    const key = `${share} ${uniform}`;
    const groups = known.get(key);
    if (groups) return groups;
    const overall = share / tree.text.length;
    const counts = overall > 0 ? byCount : inOne;
    const { tokens, first } = counts;
    const chances = new Float64Array(first.length - 1);
    const ends = new Float64Array(first.length - 1);
    let sum = 0;
    const weights = chances.map((_, group) => {
      chances[group] =
        (overall > 0 ? overall * tree.counts[tokens[first[group]!]!]! : 0) + uniform / vocabularySize;
      const weight = weigh(chances[group]!);
      sum += weight * (first[group + 1]! - first[group]!);
      ends[group] = sum;
      return weight;
    });
    const made = { ...counts, chances, weights, ends };
    if (kept + 3 * chances.length <= room) {
      kept += 3 * chances.length;
      known.set(key, made);
    }
    return made;
  };

  return (length, context) => {
    const { weights: shares, uniform } = mixture(length, context);
    const { tokens: apart, values, follow } = successors(length, context, shares);
    const { tokens, first, groupOf, chances, weights, ends } = groupsOf(shares[0]!, uniform);
    const groupCount = chances.length;
    const n = apart.length;

    const listed = new Float64Array(n); // running sums of what the listed tokens weigh
    let total = 0;
    for (let i = 0; i < n; i += 1) {
      total += weigh(values[i]! + chances[groupOf[apart[i]!]!]!);
      listed[i] = total;
    }
    const ofListed = total;
    const taken = new Uint32Array(n); // groups that the listed are missing from
    for (let i = 0; i < n; i += 1) taken[i] = groupOf[apart[i]!]!;
    taken.sort();
    const missing = new Float64Array(n + 1);
    const gaps = new Float64Array(n + 1); // where, among what is not listed, each of these groups ends
    for (let i = 0; i < n; i += 1) missing[i + 1] = missing[i]! + weights[taken[i]!]!;
    gaps[n] = Infinity;
    for (let i = n - 1; i >= 0; i -= 1) {
      const group = taken[i]!;
      gaps[i] = group === taken[i + 1] ? gaps[i + 1]! : ends[group]! - missing[i + 1]!;
    }
    if (n < vocabularySize) total += Math.max(0, ends[groupCount - 1]! - missing[n]!);
    if (!(total > 1e-250 && total < Infinity)) return null;

    return {
      cost: 4 * n,
      apart,
      follow,
      pick(rng) {
        const u = rng.next() * total;
        if (u < ofListed || n === vocabularySize) return firstAbove(listed, n, u);
        const rest = u - ofListed;
        return n + withTokens(firstAbove(ends, groupCount, rest + missing[firstAbove(gaps, n + 1, rest)]!));
      },
      draw: (place, rng) => notListed(tokens, first[place - n]!, first[place - n + 1]!, apart, rng),
    };

    /** The group, or the nearest one that still has tokens: a rounded sum may end in one that is used up. */
    function withTokens(group: number): number {
      const left = (g: number) =>
        first[g + 1]! - first[g]! - (upTo(taken, g) - (g === 0 ? 0 : upTo(taken, g - 1)));
      let found = group;
      while (found < groupCount && left(found) === 0) found += 1;
      if (found === groupCount) for (found = group; left(found) === 0; ) found -= 1;
      return found;
    }
  };
}

/** The first place whose running sum is above u; the last if none is. */
function firstAbove(sums: Float64Array, n: number, u: number): number {
  let [low, high] = [0, n - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many of the sorted values are at most `limit`. */
function upTo(sorted: Uint32Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
