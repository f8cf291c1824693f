import { integer } from "../../random/integer.ts";
import type { Rng } from "../../random/rng.ts";
import { headOf, many, ranksOf, type TemperedLists } from "./temperedLists.ts";
import type { WeighedGroups } from "./weighedGroups.ts";

/**
 * The token at a place u, 0 ≤ u < what they weigh together, among those that a list does not hold, in proportion to what
 * they weigh without a context: those of a group are what the list leaves of it.
 */
export function unlistedToken(
  groups: WeighedGroups,
  { first: begin, heads, ranks, missing }: TemperedLists,
  context: number,
  u: number,
  rng: Rng,
): number {
  const { first, weights, ends, groupAt } = groups;
  const head = headOf(begin, context);
  const from = ranksOf(head);
  const to = from + heads[head + 3]! - begin[context]!;
  let at = from; // the first listed token whose group does not end before u
  let group: number;
  if (to - from < many) {
    // What is gone of the groups so far moves u to a later group, and then more is gone.
    let gone = 0;
    let sought = -1;
    for (group = groups.at(u); sought !== group; group = groups.at(u + gone)) {
      for (; at < to && ranks[at]! < first[group + 1]!; at += 1) gone += weights[groupAt[ranks[at]!]!]!;
      sought = group;
    }
  } else {
    const sums = begin[context]! - from; // from a rank to its sum
    let high = to;
    while (at < high) {
      const middle = (at + high) >>> 1;
      if (ends[groupAt[ranks[middle]!]!]! - missing[sums + middle]! > u) high = middle;
      else at = middle + 1;
    }
    group = groups.at(at > from ? u + missing[sums + at - 1]! : u);
  }
  if ((at === from || ranks[at - 1]! < first[group]!) && (at === to || ranks[at]! >= first[group + 1]!)) {
    const start = first[group]!; // no token of this group is listed
    return groups.tokens[start + integer(first[group + 1]! - start, rng)]!;
  }
  if (first[group + 1]! - first[group]! <= to - from) group = withTokens(groups, ranks, group, from, to);
  for (;;) {
    const rank = first[group]! + integer(first[group + 1]! - first[group]!, rng);
    const place = from + countBelow(ranks, from, to, rank);
    if (place === to || ranks[place] !== rank) return groups.tokens[rank]!;
  }
}

/** The group, or the nearest one that still has tokens: a rounded sum may end in one that is used up. */
function withTokens(
  { first, weights }: WeighedGroups,
  ranks: Uint32Array,
  group: number,
  from: number,
  to: number,
): number {
  const isLeft = (g: number) => {
    const listed = countBelow(ranks, from, to, first[g + 1]!) - countBelow(ranks, from, to, first[g]!);
    return first[g + 1]! - first[g]! > listed;
  };
  let near = group;
  while (near < weights.length && !isLeft(near)) near += 1;
  if (near === weights.length) for (near = group; !isLeft(near); ) near -= 1;
  return near;
}

/** How many of the sorted values[from … to − 1] are below `limit`. */
function countBelow(sorted: Uint32Array, from: number, to: number, limit: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low - from;
}
