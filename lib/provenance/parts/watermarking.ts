import { watermarkPValue } from "../../laws/watermarkPValue.ts";
import { watermarkZ } from "../../laws/watermarkZ.ts";
import { requireInteger } from "../../require/requireInteger.ts";
import { requireProbabilities } from "../../require/requireProbabilities.ts";
import type { Detection, Watermark } from "../watermark.ts";
import { absorb, finish, keyed } from "./murmur3.ts";

/** What makes one watermark differ from another. */
interface Rule {
  readonly key: number;
  readonly contextWidth: number;
  /** Fair or biased coins in the hash of one token: how many, and the chance of heads without watermark. */
  readonly coins: number;
  readonly chance: number;
  /** How many of a token's coins, given its hash, show heads. */
  heads(hash: number): number;
  /** The changed law; `hashes` belong to the tokens of the vocabulary. */
  change(probabilities: Float64Array, hashes: Uint32Array): Float64Array;
}

/** The part that all watermarks share: contexts, hashes, the count of heads and its z. */
export function watermarking({ key, contextWidth, coins, chance, heads, change }: Rule): Watermark {
  const start = keyed(key);
  const stateBefore = (tokens: ArrayLike<number>, end: number): number => {
    let state = start;
    for (let i = end - contextWidth; i < end; i += 1) state = absorb(state, tokens[i]!);
    return state;
  };
  const hash = (state: number, token: number): number => finish(absorb(state, token), contextWidth + 3);

  return Object.freeze({
    contextWidth,

    reweigh(probabilities: ArrayLike<number>, context: ArrayLike<number>): Float64Array {
      requireProbabilities("reweigh probabilities", probabilities);
      const law = Float64Array.from(probabilities);
      if (context.length < contextWidth) return law;
      for (let i = context.length - contextWidth; i < context.length; i += 1) {
        requireInteger("reweigh probabilities", `context[${i}]`, context[i]!);
      }
      const state = stateBefore(context, context.length);
      const hashes = new Uint32Array(law.length);
      for (let token = 0; token < law.length; token += 1) hashes[token] = hash(state, token);
      return change(law, hashes);
    },

    detect(tokens: ArrayLike<number>, { repeats }: { repeats: "once" | "each" }): Detection {
      const action = "detect a watermark";
      if (repeats !== "once" && repeats !== "each") {
        throw new TypeError(`Cannot ${action}: repeats must be "once" or "each", got ${String(repeats)}`);
      }
      if (tokens.length <= contextWidth) {
        throw new RangeError(
          `Cannot ${action}: tokens must hold more than contextWidth ${contextWidth} tokens, got ${tokens.length}`,
        );
      }
      for (let i = 0; i < tokens.length; i += 1) {
        if (!(Number.isSafeInteger(tokens[i]) && tokens[i]! >= 0))
          requireInteger(action, `tokens[${i}]`, tokens[i]!);
      }
      const known = new Set<string>();
      let scored = 0;
      let shown = 0;
      for (let end = contextWidth; end < tokens.length; end += 1) {
        if (repeats === "once") {
          let pair = "";
          for (let i = end - contextWidth; i <= end; i += 1) pair += `${tokens[i]} `;
          if (known.has(pair)) continue;
          known.add(pair);
        }
        scored += 1;
        shown += heads(hash(stateBefore(tokens, end), tokens[end]!));
      }
      const z = watermarkZ(shown, { tokens: scored * coins, greenShare: chance });
      return { scored, mean: shown / (scored * coins), z, pValue: watermarkPValue(z) };
    },
  });
}

/** Refuses a key or a context width that no watermark can have. `action` completes "Cannot …". */
export function requireKey(action: string, key: number, contextWidth: number): void {
  requireInteger(action, "key", key);
  requireInteger(action, "contextWidth", contextWidth);
}
