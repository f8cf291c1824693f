import type { Decoding } from "../decoding/decoding.ts";

/** A decoding from its rule over shared values: `weigh` gives new values, which are then made to sum to 1. */
export function decodingOf(
  name: string,
  weigh: (probabilities: ArrayLike<number>, copies: ArrayLike<number> | undefined) => Float64Array,
): Decoding {
  const decode = (probabilities: ArrayLike<number>, copies?: ArrayLike<number>): Float64Array => {
    requireProbabilities(probabilities, copies);
    const weighed = weigh(probabilities, copies);
    let total = 0;
    for (let i = 0; i < weighed.length; i += 1) total += weighed[i]! * (copies ? copies[i]! : 1);
    for (let i = 0; i < weighed.length; i += 1) weighed[i]! /= total;
    return weighed;
  };
  const decoding = (probabilities: ArrayLike<number>) => decode(probabilities);
  Object.defineProperty(decoding, "name", { value: name });
  return Object.assign(decoding, { withCopies: decode });
}

/** The values of at least `threshold`, the others at 0. */
export function keepAtLeast(probabilities: ArrayLike<number>, threshold: number): Float64Array {
  return Float64Array.from(probabilities, (p) => (p >= threshold ? p : 0));
}

/** Indices from the most to the least probable. */
export function byProbability(probabilities: ArrayLike<number>): Uint32Array {
  return Uint32Array.from(probabilities, (_, i) => i).sort((i, j) => probabilities[j]! - probabilities[i]!);
}

function requireProbabilities(probabilities: ArrayLike<number>, copies: ArrayLike<number> | undefined): void {
  if (copies && copies.length !== probabilities.length) {
    throw new RangeError(
      `Cannot decode: copies must hold ${probabilities.length} values as probabilities does, got ${copies.length}`,
    );
  }
  let positive = false;
  for (let i = 0; i < probabilities.length; i += 1) {
    const p = probabilities[i]!;
    if (!(p >= 0 && p < Infinity)) {
      throw new RangeError(
        `Cannot decode: probabilities[${i}] must be finite and not negative, got ${String(p)}`,
      );
    }
    if (p > 0 && (!copies || copies[i]! > 0)) positive = true;
  }
  if (!positive) {
    throw new RangeError(
      `Cannot decode: probabilities must hold at least 1 value above 0, got [${Array.from(probabilities).slice(0, 3).join(", ")}]`,
    );
  }
}
