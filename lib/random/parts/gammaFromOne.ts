import type { NumberDistribution } from "../distribution.ts";
import { standardNormal } from "../standardNormal.ts";
import { fromFill } from "./fromFill.ts";

/**
 * Gamma draws for a shape of at least 1, by Marsaglia and Tsang (2000): the cube of a normal draw, stretched so that at
 * most 5 % (and for large shapes none) must be thrown away.
 */
export function gammaFromOne(shape: number, scale: number): NumberDistribution {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return fromFill((out, rng) => {
    for (let i = 0; i < out.length; ) {
      const x = standardNormal(rng);
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const square = x * x;
      // 32 bits of a uniform number decide nearly always; the bits after them are drawn where they could matter.
      const high = rng.bits() + 1;
      if (high * 2 ** -32 > 1 - 0.0331 * square * square) {
        const u = (high - rng.bits() * 2 ** -32) * 2 ** -32; // in (0, 1]: its logarithm is finite
        if (Math.log(u) >= 0.5 * square + d * (1 - v + Math.log(v))) continue;
      }
      out[i] = scale * d * v;
      i += 1;
    }
  });
}
