import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { NumberDistribution } from "./distribution.ts";
import { fillUniform } from "./parts/fillUniform.ts";
import { fromFill } from "./parts/fromFill.ts";
import { gammaFromOne } from "./parts/gammaFromOne.ts";

/**
 * The gamma distribution with density x^(shape − 1) e^(−x / scale) / (Γ(shape) scale^shape), x > 0.
 *
 *   mean shape · scale          variance shape · scale²
 *
 * Exact, by Marsaglia and Tsang's method, and by Ahrens and Dieter's for a shape below 1. With a shape far below 1 some
 * draws are smaller than the least positive number, and are 0.
 *
 * @param options.shape shape, > 0
 * @param options.scale scale, > 0, in the unit of the draws; the rate of other programs is 1 / scale
 * @returns a function (rng) → draw, ≥ 0
 * @throws {RangeError} if shape or scale is not finite and above 0
 * @see Marsaglia, Tsang (2000), ACM Trans. Math. Softw. 26(3):363–372, doi:10.1145/358407.358414
 * @see Ahrens, Dieter (1974), Computing 12:223–246, doi:10.1007/BF02293108
 * @example
 * const draw = gamma({ shape: 2, scale: 3 });
 * draw(seeded(1)) === draw(seeded(1)) // => true
 */
export function gamma(options: { shape: number; scale: number }): NumberDistribution {
  const { shape, scale } = requireOptions("make a gamma distribution", options);
  requireFiniteNumber("make a gamma distribution", "shape", shape, 0);
  requireFiniteNumber("make a gamma distribution", "scale", scale, 0);
  return shape < 1 ? gammaBelowOne(shape, scale) : gammaFromOne(shape, scale);
}

/**
 * Gamma draws for a shape below 1, by rejection as Ahrens and Dieter (1974) do: a power of a uniform number below
 * (1 − shape)^(1 / shape), and above it a curve that stays over the density. Kept with probability e^(y − x).
 */
function gammaBelowOne(shape: number, scale: number): NumberDistribution {
  const power = 1 / shape;
  const pairs = new Float64Array(512);
  return fromFill((out, rng) => {
    for (let i = 0; i < out.length; ) {
      // Two uniform numbers for each draw that is missing: none of them can be one too many.
      const uniforms = pairs.subarray(0, 2 * (out.length - i));
      fillUniform(uniforms, rng);
      for (let j = 0; j < uniforms.length; j += 2) {
        const u = uniforms[j]!;
        const y = u <= 1 - shape ? 0 : -Math.log((1 - u) / shape);
        const x = (y === 0 ? u : 1 - shape + shape * y) ** power;
        const v = uniforms[j + 1]!;
        if (v >= 1 + y - x && v >= Math.exp(y - x)) continue; // e^z ≥ 1 + z spares most draws the exponential
        out[i] = scale * x;
        i += 1;
      }
    }
  });
}
