import type { Decoding } from "./decoding.ts";
import { decodingOf } from "./parts/decodingOf.ts";

/**
 * Temperature: every log-odds between two tokens is divided by T. Below 1 the likely grows likelier, above 1
 * everything comes closer to equal.
 *
 *   p′ᵢ = pᵢ^(1/T) / Σⱼ pⱼ^(1/T)
 *
 * A closed loop does it again each generation: after t of them the log-odds are T⁻ᵗ times those of the start, so any
 * T ≠ 1 ends in one word or in noise.
 *
 * @param T temperature, > 0; 1 changes nothing
 * @returns a decoding
 * @throws {RangeError} if T is not finite and above 0; the decoding, if a probability is negative or not finite or
 *   none is above 0
 * @see Ackley, Hinton, Sejnowski (1985), Cogn. Sci. 9(1):147–169; Marchi et al. (2024), arXiv:2404.02325 — chapter 7
 * @example temperature(0.5)([0.5, 0.25, 0.25]) // => Float64Array [0.6666666666666666, 0.16666666666666666, 0.16666666666666666]
 */
export function temperature(T: number): Decoding {
  if (!(T > 0 && T < Infinity)) {
    throw new RangeError(`Cannot decode by temperature: T must be finite and above 0, got ${String(T)}`);
  }
  const decoding = decodingOf(`temperature ${T}`, (values) => {
    let most = 0;
    for (let i = 0; i < values.length; i += 1) most = Math.max(most, values[i]!);
    // Relative to the largest, so that a T near 0 gives 1 and 0, not 0/0.
    for (let i = 0; i < values.length; i += 1) {
      if (values[i]! > 0) values[i] = (values[i]! / most) ** (1 / T);
    }
  });
  return Object.assign(decoding, { power: 1 / T });
}
