import type { NextToken } from "./nextToken.ts";
import { remembered } from "./remembered.ts";
import { sortRange } from "./sortRange.ts";
import { type WeighedGroups, weighedGroups } from "./weighedGroups.ts";

/**
 * What tokens weigh after the contexts of one length, in running sums over the tokens seen after a context or one of its
 * shorter ends. A context's own list holds only what was seen after the whole of it; between two of its tokens the sums
 * grow as those of a shorter context do, times a factor.
 */
export interface TemperedLists {
  /** Where each context's list begins; its tokens stand side by side, in order. */
  readonly first: Uint32Array;
  /**
   * Of each context, from {@link headOf} on: what all tokens weigh (0 until made ready), what the listed weigh, the
   * factor, the list's end. They are read together, and so stand side by side.
   */
  readonly heads: Float64Array;
  /** Length of the shorter context that lists more tokens, 0 if there is none; and its number. */
  readonly under: Uint32Array;
  readonly underContext: Uint32Array;
  readonly tokens: Uint32Array;
  /** The longest context once the token is written, one more than its number; 0 if it must be looked up. */
  readonly follow: Uint32Array;
  /** p of each token, before any decoding. */
  readonly values: Float64Array;
  /** The sums with each token, and without it; and how much more they are with it than the shorter context's times the factor. */
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  readonly more: Float64Array;
  /** The same memory: after a head, from {@link ranksOf} on, where a list with no other under it has its tokens in the groups. */
  readonly ranks: Uint32Array;
  /** Where these are {@link many}: what the list's tokens of groups up to each weigh without a context. */
  readonly missing: Float64Array;
}

const headSize = 4;

/** Where a context's head stands: after it there is room for a rank of each of its occurrences. */
export function headOf(first: Uint32Array, context: number): number {
  return (headSize + 1) * context + (first[context]! >>> 1);
}

/** Where the ranks after a head stand. */
export function ranksOf(head: number): number {
  return 2 * (head + headSize);
}

/** From this many listed tokens on, sums over them are kept; over fewer they are added up anew. */
export const many = 32;

/** The weights p^power after every context, each made ready when first needed. */
export interface TemperedContexts {
  readonly groups: WeighedGroups;
  /** By length of context. */
  readonly lists: readonly TemperedLists[];
  /** Makes a context ready; gives the one that it stands for, if nothing is trusted that was seen after the whole of it. */
  ready(length: number, context: number): [length: number, context: number];
}

export function temperedContexts(next: NextToken, power: number): TemperedContexts {
  const { tree, trust, order, after, vocabularySize } = next;
  const { text, places, strings } = tree;
  const weigh = remembered((p) => p ** power);
  const groups = weighedGroups(next, weigh);
  const lists = strings.map(({ first }, length) => emptyLists(first, text.length, length, order - 1));
  const count = new Uint32Array(vocabularySize); // all 0 between two lists
  const last = new Uint32Array(vocabularySize);

  const ready = (length: number, context: number): [length: number, context: number] => {
    let [k, here] = [length, context];
    while (k > 0 && trust[k]![here] === 0) {
      here = strings[k]!.shorter[here]!;
      k -= 1;
    }
    if (k > 0 && lists[k]!.heads[headOf(lists[k]!.first, here)] === 0) fill(k, here);
    return [k, here];
  };

  const fill = (length: number, context: number): void => {
    const own = lists[length]!;
    const share = trust[length]![context]!;
    const factor = (1 - share) ** power;
    const occurrences = own.first[context + 1]! - own.first[context]!;
    const [under, underContext] = factor > 0 ? ready(length - 1, strings[length]!.shorter[context]!) : [0, 0];
    const end = list(own, length, context);
    const head = headOf(own.first, context);
    own.heads[head + 2] = factor;
    own.heads[head + 3] = end;
    if (under > 0) {
      own.under[context] = under;
      own.underContext[context] = underContext;
      fillOver(own, context, end, share / occurrences, 1 - share);
    } else fillAlone(own, context, end, share / occurrences, 1 - share);
    for (let i = own.first[context]!; i < end; i += 1) count[own.tokens[i]!] = 0;
  };

  /** Lists the tokens seen after a context, and leaves in `count` how often each was; gives the list's end. */
  const list = ({ first, tokens, follow }: TemperedLists, length: number, context: number): number => {
    const from = first[context]!;
    const to = first[context + 1]!;
    // the context and the token written may be the whole of the next context, which the place then knows
    const known = length >= order - 2 && order > 2;
    let end = from;
    for (let i = from; i < to; i += 1) {
      const place = places[i]!;
      const token = text[place]!;
      if (count[token] === 0) {
        tokens[end] = token;
        end += 1;
        if (known) last[token] = after[place + 1]! + 1;
      }
      count[token]! += 1;
    }
    sortRange(tokens, from, end);
    if (known) for (let i = from; i < end; i += 1) follow[i] = last[tokens[i]!]!;
    return end;
  };

  /** A list with no other under it: of the tokens that it does not hold only groups are known. */
  const fillAlone = (own: TemperedLists, context: number, end: number, part: number, rest: number): void => {
    const { first, heads, tokens, values, upper, ranks, missing } = own;
    const { rankOf, groupAt, chances, weights } = groups;
    const from = first[context]!;
    const head = headOf(first, context);
    const start = ranksOf(head);
    const isUnder = values.length > 0;
    let sum = 0;
    for (let i = from; i < end; i += 1) {
      const token = tokens[i]!;
      const rank = rankOf[token]!;
      const value = part * count[token]! + rest * chances[groupAt[rank]!]!;
      if (isUnder) values[i] = value;
      sum += weigh(value);
      upper[i] = sum;
      ranks[start + i - from] = rank;
    }
    sortRange(ranks, start, start + end - from);
    let gone = 0;
    const isLong = end - from >= many;
    for (let i = from; i < end; i += 1) {
      gone += weights[groupAt[ranks[start + i - from]!]!]!;
      if (isLong) missing[i] = gone;
    }
    for (let i = end - 2; isLong && i >= from; i -= 1) {
      const at = start + i - from;
      if (groupAt[ranks[at]!] === groupAt[ranks[at + 1]!]) missing[i] = missing[i + 1]!;
    }
    heads[head + 1] = sum;
    const unlisted = end - from === vocabularySize ? 0 : Math.max(0, groups.total - gone);
    heads[head] = sum + heads[head + 2]! * unlisted;
  };

  /** A list over that of a shorter context, which holds all its tokens and more. */
  const fillOver = (own: TemperedLists, context: number, end: number, part: number, rest: number): void => {
    const { first, heads, tokens, values, upper, lower, more } = own;
    const under = lists[own.under[context]!]!;
    const underHead = headOf(under.first, own.underContext[context]!);
    const head = headOf(first, context);
    const factor = heads[head + 2]!;
    const isUnder = values.length > 0;
    let at = under.first[own.underContext[context]!]!;
    let extra = 0;
    for (let i = first[context]!; i < end; i += 1) {
      const token = tokens[i]!;
      at = placeOf(token, under.tokens, at, under.heads[underHead + 3]!);
      const value = part * count[token]! + rest * under.values[at]!;
      const weight = weigh(value);
      if (isUnder) values[i] = value;
      extra += weight - factor * weigh(under.values[at]!);
      more[i] = extra;
      upper[i] = factor * under.upper[at]! + extra;
      lower[i] = upper[i]! - weight;
    }
    heads[head + 1] = factor * under.heads[underHead + 1]! + extra;
    heads[head] = factor * under.heads[underHead]! + extra;
  };

  return { groups, lists, ready };
}

function emptyLists(first: Uint32Array, size: number, length: number, longest: number): TemperedLists {
  const contexts = first.length - 1;
  const [listing, over] = [length > 0, length > 1]; // under the lists of length 1 are no others
  const numbers = (isNeeded: boolean) => new Float64Array(isNeeded ? size : 0);
  const integers = (isNeeded: boolean) => new Uint32Array(isNeeded ? size : 0);
  const heads = new Float64Array((headSize + 1) * contexts + (listing ? (size >>> 1) + 1 : 0));
  return {
    first,
    heads,
    ranks: new Uint32Array(heads.buffer),
    under: new Uint32Array(contexts),
    underContext: new Uint32Array(contexts),
    tokens: integers(listing),
    follow: integers(listing),
    values: numbers(listing && length < longest),
    upper: numbers(listing),
    lower: numbers(over),
    more: numbers(over),
    missing: numbers(listing),
  };
}

/** Where a token stands among the sorted ones of [from, to), which hold it. */
function placeOf(token: number, sorted: Uint32Array, from: number, to: number): number {
  let [low, high] = [from, to - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
