import type { Decoding } from "../decoding.ts";

/** A decoding from its rule over shared values: `weigh` writes new values over the old, which then are made to sum to 1. */
export function decodingOf(
  name: string,
  weigh: (values: Float64Array, copies: ArrayLike<number>) => void,
): Decoding {
  const decode = (probabilities: ArrayLike<number>, copies: ArrayLike<number>): Float64Array => {
    const values = weighable(probabilities, copies);
    weigh(values, copies);
    let total = 0;
    for (let i = 0; i < values.length; i += 1) total += values[i]! * copies[i]!;
    for (let i = 0; i < values.length; i += 1) values[i]! /= total;
    return values;
  };
  const decoding = (probabilities: ArrayLike<number>) =>
    decode(probabilities, new Uint8Array(probabilities.length).fill(1));
  Object.defineProperty(decoding, "name", { value: name });
  return Object.assign(decoding, { withCopies: decode });
}

/** Puts 0 in place of all values below the threshold. */
export function keepFrom(threshold: number, values: Float64Array): void {
  for (let i = 0; i < values.length; i += 1) if (values[i]! < threshold) values[i] = 0;
}

/** A copy of probabilities that can be decoded. */
function weighable(probabilities: ArrayLike<number>, copies: ArrayLike<number>): Float64Array {
  const n = probabilities.length;
  if (copies.length !== n) {
    throw new RangeError(
      `Cannot decode: copies must hold ${n} values as probabilities does, got ${copies.length}`,
    );
  }
  const values = new Float64Array(n);
  let positive = false;
  for (let i = 0; i < n; i += 1) {
    const p = probabilities[i]!;
    if (!(p >= 0 && p < Infinity)) {
      throw new RangeError(
        `Cannot decode: probabilities[${i}] must be finite and not negative, got ${String(p)}`,
      );
    }
    values[i] = p;
    positive ||= p > 0 && copies[i]! > 0;
  }
  if (!positive) {
    const start = Array.from(values.subarray(0, 3)).join(", ");
    throw new RangeError(`Cannot decode: probabilities must hold at least 1 value above 0, got [${start}]`);
  }
  return values;
}
