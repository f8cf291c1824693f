import type { Decoding } from "../decoding/decoding.ts";
import { integer } from "../random/integer.ts";
import type { Rng } from "../random/rng.ts";
import type { NextToken } from "./nextToken.ts";

/** A drawer of next tokens after one context. */
interface Drawer {
  draw(rng: Rng): number;
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
  const classes = sharedCounts(next.tree.counts);
  const drawers = Array.from({ length: next.order }, () => new Map<number, Drawer>());
  const scratch = new Float64Array(next.vocabularySize);
  let kept = 0;
  const drawerOf = (length: number, context: number): Drawer => {
    const known = drawers[length]!.get(context);
    if (known) return known;
    const drawer = decode.withCopies
      ? sharedDrawer(next, decode.withCopies, length, context, classes, scratch)
      : plainDrawer(next, decode, length, context);
    if (kept + drawer.cost <= room) {
      kept += drawer.cost;
      drawers[length]!.set(context, drawer);
    }
    return drawer;
  };
  return (out, rng) => {
    const start = integer(next.tree.text.length, rng);
    let length = next.order - 1;
    let context = next.after[start]!;
    for (let i = 0; i < out.length; i += 1) {
      out[i] = drawerOf(length, context).draw(rng);
      [length, context] = next.state(out, i, start);
    }
  };
}

/** The tokens, grouped by how often they occur. */
interface SharedCounts {
  /** Tokens in order of their counts, shape (vocabularySize). */
  readonly tokens: Uint32Array;
  /** Where each group begins in `tokens`; one more than groups. */
  readonly first: Uint32Array;
  /** The group of each token, shape (vocabularySize). */
  readonly groupOf: Uint32Array;
}

function sharedCounts(counts: Uint32Array): SharedCounts {
  const tokens = Uint32Array.from(counts, (_, token) => token).sort((a, b) => counts[a]! - counts[b]!);
  const first: number[] = [];
  const groupOf = new Uint32Array(counts.length);
  for (let i = 0; i < tokens.length; i += 1) {
    if (i === 0 || counts[tokens[i]!] !== counts[tokens[i - 1]!]) first.push(i);
    groupOf[tokens[i]!] = first.length - 1;
  }
  return { tokens, first: Uint32Array.from([...first, tokens.length]), groupOf };
}

/** A drawer that lists the tokens seen after the context and takes the others by groups. `scratch` is zero, and left so. */
function sharedDrawer(
  { tree, mixture, vocabularySize }: NextToken,
  withCopies: NonNullable<Decoding["withCopies"]>,
  length: number,
  context: number,
  { tokens, first, groupOf }: SharedCounts,
  scratch: Float64Array,
): Drawer {
  const { text, places, strings, counts } = tree;
  const { weights, uniform } = mixture(length, context);
  const listed: number[] = [];
  for (let k = length, here = context; k >= 1; k -= 1) {
    const { first, shorter } = strings[k]!;
    const [from, to] = [first[here]!, first[here + 1]!];
    for (let i = from; weights[k]! > 0 && i < to; i += 1) {
      const token = text[places[i]!]!;
      if (scratch[token] === 0) listed.push(token);
      scratch[token]! += weights[k]! / (to - from);
    }
    here = shorter[here]!;
  }
  const apart = Uint32Array.from(listed).sort();

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
    values[i] = scratch[token]! + values[group]!;
    copies[i] = 1;
    copies[group]! -= 1;
    scratch[token] = 0;
  }

  const pick = picker(withCopies(values, copies), values.length, copies);
  return {
    cost: values.length + apart.length,
    draw(rng) {
      const i = pick(rng);
      if (i < apart.length) return apart[i]!;
      const group = i - apart.length;
      const [from, to] = [bounds[group]!, bounds[group + 1]!];
      for (;;) {
        const token = tokens[from + integer(to - from, rng)]!;
        if (!holds(apart, token)) return token;
      }
    },
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
  return { cost: vocabularySize, draw: picker(decode(p), vocabularySize) };
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

/** Is the token among the sorted ones? */
function holds(sorted: Uint32Array, token: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < token) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === token;
}
