import type { Decoding } from "./decoding.ts";

/**
 * Several decodings as one, each working on what the one before it made: first the temperature, then the cut, say.
 * The order matters.
 *
 * @param steps decodings, applied from left to right; at least one
 * @returns a decoding
 * @throws {RangeError} if there is no step
 * @see chapter 7
 * @example decodeInTurn(temperature(0.5), topK(1))([0.5, 0.25, 0.25]) // => Float64Array [1, 0, 0]
 * @example decodeInTurn(temperature(0.5), nucleus(0.9)).name // => "temperature 0.5, nucleus 0.9"
 */
export function decodeInTurn(...steps: Decoding[]): Decoding {
  if (steps.length === 0)
    throw new RangeError("Cannot decode in turn: steps must hold at least 1 decoding, got 0");
  const inTurn: Decoding = (probabilities) =>
    steps.reduce<ArrayLike<number>>((values, step) => step(values), probabilities) as Float64Array;
  Object.defineProperty(inTurn, "name", { value: steps.map(({ name }) => name).join(", ") });
  if (steps.some(({ withCopies }) => !withCopies)) return inTurn;
  return Object.assign(inTurn, {
    withCopies: (probabilities: ArrayLike<number>, copies: ArrayLike<number>) =>
      steps.reduce<ArrayLike<number>>(
        (values, step) => step.withCopies!(values, copies),
        probabilities,
      ) as Float64Array,
  });
}
