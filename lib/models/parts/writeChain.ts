import { integer } from "../../random/integer.ts";
import { Sfc32 } from "../../random/parts/sfc32.ts";
import { WordsAhead } from "../../random/parts/wordsAhead.ts";
import type { Rng } from "../../random/rng.ts";
import { lazily } from "./lazily.ts";
import type { NextToken } from "./nextToken.ts";

/** Up to this many choices one word draws one of them: see `integer`. */
const most = 2 ** 21;

/**
 * What fills texts with an n-gram model's own probabilities: a share of each context's trust copies a random occurrence's
 * successor, the rest asks a shorter context.
 */
export function writeChain(next: NextToken): (out: Uint32Array, rng: Rng) => void {
  const chain = lazily(() => chainOf(next));
  return (out, rng) => {
    const isUsual = next.order > 1 && next.tree.text.length <= most && next.vocabularySize <= most;
    if (rng instanceof Sfc32 && isUsual) writeAhead(next, chain(), out, rng);
    else writePlainly(next, out, rng);
  };
}

/** All that a step needs side by side. Contexts of all lengths in one row, the empty one first, then those of one token, … */
interface Chain {
  /** The number of the first context of each length. */
  readonly firstOf: readonly number[];
  /** The smoothing's share of each context. */
  readonly shares: Float64Array;
  /** Where each context's occurrences begin, and how many they are; shape (contexts, 2). */
  readonly spans: Uint32Array;
  /** Each context without its oldest token; the empty one's is itself. */
  readonly shorter: Uint32Array;
  /** For each occurrence the longest context after its token, shape (n). Small, so that it stays near the processor. */
  readonly followers: Uint32Array;
  /** The last token of each context of the longest, shape (contexts). */
  readonly newest: Uint32Array;
}

function chainOf({ tree: { text, places, strings }, trust, after }: NextToken): Chain {
  const firstOf: number[] = [];
  let contexts = 0;
  for (const { length } of trust) {
    firstOf.push(contexts);
    contexts += length;
  }
  const shares = new Float64Array(contexts);
  const spans = new Uint32Array(2 * contexts);
  const shorter = new Uint32Array(contexts);
  for (const [length, here] of trust.entries()) {
    const own = strings[length]!;
    const from = firstOf[length]!;
    shares.set(here, from);
    for (let i = 0; i < here.length; i += 1) {
      spans[2 * (from + i)] = own.first[i]!;
      spans[2 * (from + i) + 1] = own.first[i + 1]! - own.first[i]!;
      if (length > 0) shorter[from + i] = firstOf[length - 1]! + own.shorter[i]!;
    }
  }
  const longest = firstOf.at(-1)!;
  const newest = new Uint32Array(contexts);
  // What stands before the next place is what we write.
  for (let place = 0; place < text.length; place += 1) newest[longest + after[place + 1]!] = text[place]!;
  const followers = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i += 1) followers[i] = longest + after[places[i]! + 1]!;
  return { firstOf, shares, spans, shorter, followers, newest };
}

function writePlainly(
  { tree, order, vocabularySize, trust, after, state }: NextToken,
  out: Uint32Array,
  rng: Rng,
): void {
  const { text, places, strings } = tree;
  const longest = order - 1;
  const start = integer(text.length, rng);
  let length = longest; // tokens of the longest context seen in the training text, …
  let context = after[start]!; // … and its number among the strings of that length
  for (let i = 0; i < out.length; i += 1) {
    let from = context;
    let share = trust[length]![from]!;
    let u = share < 1 ? rng.next() : 0;
    while (u >= share && length > 0) {
      u = (u - share) / (1 - share);
      from = strings[length]!.shorter[from]!;
      length -= 1;
      share = trust[length]![from]!;
    }
    if (u < share) {
      const { first } = strings[length]!;
      const place = places[first[from]! + integer(first[from + 1]! - first[from]!, rng)]!;
      out[i] = text[place]!;
      if (length >= longest - 1) {
        length = longest;
        context = after[place + 1]!; // what stands before the next place is what we wrote
        continue;
      }
    } else out[i] = integer(vocabularySize, rng);
    [length, context] = state(out, i, start);
  }
}

/**
 * The same text, faster: each token waits for the one before it, so what it waits for is a random number that is there, and
 * two look-ups, not four.
 */
function writeAhead(
  { tree, order, vocabularySize, after, state }: NextToken,
  { firstOf, shares, spans, shorter, followers, newest }: Chain,
  out: Uint32Array,
  rng: Sfc32,
): void {
  const start = integer(tree.text.length, rng);
  const ahead = new WordsAhead(rng);
  const { words } = ahead;
  /** From here on a context is so long that what follows an occurrence has a longest context. */
  const enough = firstOf[order - 2]!;
  let used = 0;
  let context = firstOf[order - 1]! + after[start]!;
  for (let i = 0; i < out.length; i += 1) {
    let share = shares[context]!;
    let u = 0;
    if (share < 1) {
      if (used === words.length) used = more();
      const high = words[used++]! >>> 5;
      if (used === words.length) used = more();
      u = (high * 2 ** 26 + (words[used++]! >>> 6)) * 2 ** -53;
    }
    while (u >= share && context > 0) {
      u = (u - share) / (1 - share);
      context = shorter[context]!;
      share = shares[context]!;
    }
    const isCopied = u < share;
    const below = isCopied ? spans[2 * context + 1]! : vocabularySize;
    let chosen = 0;
    for (;;) {
      if (used === words.length) used = more();
      const word = words[used++]!;
      chosen = (word * (below * 2 ** -32)) | 0;
      const low = Math.imul(word, below) >>> 0;
      if (low >= below || low >= 2 ** 32 % below) break; // as in `integer`
    }
    if (isCopied) {
      const follower = followers[spans[2 * context]! + chosen]!;
      out[i] = newest[follower]!;
      if (context >= enough) {
        context = follower;
        continue;
      }
    } else out[i] = chosen;
    const [length, number] = state(out, i, start);
    context = firstOf[length]! + number;
  }
  ahead.giveBack(used);

  function more(): number {
    ahead.refill();
    return 0;
  }
}
