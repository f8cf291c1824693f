import type { NextToken } from "./nextToken.ts";
import { type SharedCounts, sharedCounts } from "./sharedCounts.ts";

/** The tokens in groups of one probability where nothing stands before them, and what they weigh. */
export interface WeighedGroups extends SharedCounts {
  /** Where each token stands in `tokens`, shape (vocabularySize). */
  readonly rankOf: Uint32Array;
  /** The group of each place in `tokens`. */
  readonly groupAt: Uint32Array;
  /** Probability of one token of each group. */
  readonly chances: Float64Array;
  /** What such a token weighs. */
  readonly weights: Float64Array;
  /** What all tokens of the groups up to the end of each weigh. */
  readonly ends: Float64Array;
  /** What all tokens weigh. */
  readonly total: number;
  /** The first group that ends above u; the last if none does. */
  at(u: number): number;
}

/** Groups the tokens by their probability without a context, and weighs them. */
export function weighedGroups(
  { tree, trust, vocabularySize }: NextToken,
  weigh: (probability: number) => number,
): WeighedGroups {
  const share = trust[0]![0]!;
  const uniform = (1 - share) / vocabularySize;
  const overall = share / tree.text.length;
  const byCount = sharedCounts(tree.counts);
  // Where counts play no part, all tokens are one group.
  const counts: SharedCounts =
    overall > 0
      ? byCount
      : { ...byCount, first: Uint32Array.of(0, vocabularySize), groupOf: new Uint32Array(vocabularySize) };
  const { tokens, first } = counts;
  const size = first.length - 1;
  const [chances, weights, ends] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const rankOf = new Uint32Array(vocabularySize);
  for (let rank = 0; rank < vocabularySize; rank += 1) rankOf[tokens[rank]!] = rank;
  const groupAt = tokens.map((token) => counts.groupOf[token]!);
  let total = 0;
  for (let group = 0; group < size; group += 1) {
    chances[group] = overall * tree.counts[tokens[first[group]!]!]! + uniform;
    weights[group] = weigh(chances[group]!);
    total += weights[group]! * (first[group + 1]! - first[group]!);
    ends[group] = total;
  }

  // A table of where to begin a search: the first group that ends in a stretch, or after it.
  const stretches = 2 * size;
  const perWeight = stretches / total;
  const stretchOf = (u: number) => Math.min(stretches - 1, Math.floor(u * perWeight));
  const starts = new Uint32Array(stretches);
  for (let group = size - 1; group >= 0; group -= 1) {
    const before = group === 0 ? 0 : stretchOf(ends[group - 1]!) + 1;
    starts.fill(group, before, stretchOf(ends[group]!) + 1);
  }
  return {
    ...counts,
    rankOf,
    groupAt,
    chances,
    weights,
    ends,
    total,
    at(u) {
      let group = starts[stretchOf(u)]!;
      while (group < size - 1 && ends[group]! <= u) group += 1;
      return group;
    },
  };
}
