import type { NumberDistribution } from "../distribution.ts";
import type { Rng } from "../rng.ts";

/**
 * A distribution from the loop that fills an array: a single draw fills an array of one. The loop is written in each
 * distribution's own file so that it is compiled for that distribution alone, with the generator in line.
 */
export function fromFill(fill: (out: Float64Array, rng: Rng) => void): NumberDistribution {
  const one = new Float64Array(1);
  const draw = (rng: Rng): number => {
    fill(one, rng);
    return one[0]!;
  };
  return Object.freeze(
    Object.assign(draw, {
      fill(out: Float64Array, rng: Rng): Float64Array {
        fill(out, rng);
        return out;
      },
    }),
  );
}
