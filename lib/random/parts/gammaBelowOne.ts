import type { NumberDistribution } from "../distribution.ts";
import { fromFill } from "./fromFill.ts";

/**
 * Gamma draws for a shape below 1, by rejection as Ahrens and Dieter (1974) do: a power of a uniform number below
 * (1 − shape)^(1 / shape), and above it a curve that stays over the density. Kept with probability e^(y − x).
 */
export function gammaBelowOne(shape: number, scale: number): NumberDistribution {
  const power = 1 / shape;
  return fromFill((out, rng) => {
    for (let i = 0; i < out.length; ) {
      const u = rng.next();
      const y = u <= 1 - shape ? 0 : -Math.log((1 - u) / shape);
      const x = (y === 0 ? u : 1 - shape + shape * y) ** power;
      const v = rng.next();
      if (v >= 1 + y - x && v >= Math.exp(y - x)) continue; // e^z ≥ 1 + z spares most draws the exponential
      out[i] = scale * x;
      i += 1;
    }
  });
}
