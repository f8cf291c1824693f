import type { Decoding } from "../../decoding/decoding.ts";
import { integer } from "../../random/integer.ts";
import { notListed } from "../../random/parts/notListed.ts";
import type { Rng } from "../../random/rng.ts";
import { type ListSuccessors, listSuccessors } from "./listSuccessors.ts";
import type { NextToken } from "./nextToken.ts";
import { type SharedCounts, sharedCounts } from "./sharedCounts.ts";
import { temperedWriter } from "./temperedWriter.ts";

/** A drawer of next tokens after one context. */
export interface Drawer {
  /** A place: that of a token in `apart`, or one beyond, for `draw`. */
  pick(rng: Rng): number;
  /** Tokens that are listed, in order. */
  readonly apart: Uint32Array;
  /** The longest context once such a token is written, one more than its number; 0 if that is to be looked up. */
  readonly follow: Uint32Array;
  /** The token of a place beyond `apart`. */
  draw(place: number, rng: Rng): number;
  /** How many numbers it keeps. */
  readonly cost: number;
}

/** Kept drawers may hold this many numbers together (32 MB); what comes later is made again when needed. */
const room = 4_000_000;

/**
 * Writes with decoded probabilities. Tokens seen after the context are listed one by one; of the others, many
 * share one probability, and are decoded as one value with so many copies. A drawer is made once per context.
 */
export function decodedWriter(next: NextToken, decode: Decoding): (out: Uint32Array, rng: Rng) => void {
  const { power } = decode;
  // Some token has at least the probability 1/V: beyond this, all weights together may leave the range of numbers.
  if (power !== undefined && next.vocabularySize ** -power > 1e-250) return temperedWriter(next, power);
  const classes = sharedCounts(next.tree.counts);
  const drawers = next.tree.strings.map(({ first }) => new Array<Drawer | undefined>(first.length - 1));
  const successors = listSuccessors(next);
  const { withCopies } = decode;
  let kept = 0;
  const drawerOf = (length: number, context: number): Drawer => {
    const drawer = withCopies
      ? sharedDrawer(next, withCopies, length, context, classes, successors)
      : plainDrawer(next, decode, length, context);
    if (kept + drawer.cost <= room) {
      kept += drawer.cost;
      drawers[length]![context] = drawer;
    }
    return drawer;
  };
  return (out, rng) => {
    const start = integer(next.tree.text.length, rng);
    const longest = next.order - 1;
    let length = longest;
    let context = next.after[start]!;
    for (let i = 0; i < out.length; i += 1) {
      const drawer = drawers[length]![context] ?? drawerOf(length, context);
      const place = drawer.pick(rng);
      const { apart, follow } = drawer;
      out[i] = place < apart.length ? apart[place]! : drawer.draw(place, rng);
      const known = place < apart.length ? follow[place]! : 0;
      if (known > 0) {
        length = longest;
        context = known - 1;
      } else [length, context] = next.state(out, i, start);
    }
  };
}

/** A drawer that lists the tokens seen after the context and takes the others by groups. */
function sharedDrawer(
  { tree, mixture, vocabularySize }: NextToken,
  withCopies: NonNullable<Decoding["withCopies"]>,
  length: number,
  context: number,
  { tokens, first, groupOf }: SharedCounts,
  successors: ListSuccessors,
): Drawer {
  const { text, counts } = tree;
  const { weights, uniform } = mixture(length, context);
  const { tokens: apart, values: listed, follow } = successors(length, context, weights);

  // The rest: groups of tokens with equal counts, or one group of all if counts play no part.
  const overall = weights[0]! / text.length;
  const bounds = overall > 0 ? first : Uint32Array.of(0, tokens.length);
  const values = new Float64Array(apart.length + bounds.length - 1);
  const copies = new Uint32Array(values.length);
  for (let group = 0; group + 1 < bounds.length; group += 1) {
    const count = counts[tokens[bounds[group]!]!]!;
    values[apart.length + group] = (overall > 0 ? overall * count : 0) + uniform / vocabularySize;
    copies[apart.length + group] = bounds[group + 1]! - bounds[group]!;
  }
  for (let i = 0; i < apart.length; i += 1) {
    const token = apart[i]!;
    const group = apart.length + (overall > 0 ? groupOf[token]! : 0);
    values[i] = listed[i]! + values[group]!;
    copies[i] = 1;
    copies[group]! -= 1;
  }

  const pick = picker(withCopies(values, copies), values.length, copies);
  return {
    cost: values.length + apart.length,
    apart,
    follow,
    pick,
    draw: (i, rng) => notListed(tokens, bounds[i - apart.length]!, bounds[i - apart.length + 1]!, apart, rng),
  };
}

/** A drawer for a decoding that knows no copies: every token by itself. */
function plainDrawer(
  { tree, mixture, vocabularySize }: NextToken,
  decode: Decoding,
  length: number,
  context: number,
): Drawer {
  const { text, places, strings } = tree;
  const { weights, uniform } = mixture(length, context);
  const p = new Float64Array(vocabularySize).fill(uniform / vocabularySize);
  for (let k = length, here = context; k >= 0; k -= 1) {
    const { first, shorter } = strings[k]!;
    const [from, to] = [first[here]!, first[here + 1]!];
    for (let i = from; weights[k]! > 0 && i < to; i += 1) p[text[places[i]!]!]! += weights[k]! / (to - from);
    here = shorter[here]!;
  }
  const none = new Uint32Array(0);
  return {
    cost: vocabularySize,
    apart: none,
    follow: none,
    pick: picker(decode(p), vocabularySize),
    draw: (token) => token,
  };
}

/** Draws an index in proportion to decoded values, each with its copies. */
function picker(decoded: ArrayLike<number>, size: number, copies?: Uint32Array): (rng: Rng) => number {
  if (decoded.length !== size) {
    throw new RangeError(`Cannot decode: decode must give ${size} values, got ${decoded.length}`);
  }
  const sums = new Float64Array(size);
  let total = 0;
  for (let i = 0; i < size; i += 1) {
    const value = decoded[i]!;
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(
        `Cannot decode: decode must give finite values that are not negative, got ${String(value)}`,
      );
    }
    total += value * (copies ? copies[i]! : 1);
    sums[i] = total;
  }
  if (!(total > 0)) throw new RangeError(`Cannot decode: decode must give a value above 0, got ${total}`);
  return (rng) => {
    const u = rng.next() * total;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! > u) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
