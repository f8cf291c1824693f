import type { NumberDistribution } from "../distribution.ts";
import { fillUniform } from "./fillUniform.ts";
import { fromFill } from "./fromFill.ts";

/** How many starting points for the search. */
const steps = 64;

/**
 * Draws 0, 1, 2, … by inversion: the first k whose cumulated probability exceeds a uniform number.
 *
 * @param zero probability of 0
 * @param ratio (k) → probability of k over that of k − 1; it falls with k
 * @param last the greatest value that can come; Infinity if there is none
 */
export function byInversion(zero: number, ratio: (k: number) => number, last: number): NumberDistribution {
  const cumulated: number[] = [];
  let [p, sum] = [zero, zero];
  for (let k = 1; k <= last; k += 1) {
    const step = ratio(k);
    p *= step;
    if (step < 1 && sum + p === sum) break; // what is left of the tail is below the 2⁻⁵³ of a uniform number
    cumulated.push(sum);
    sum += p;
  }
  cumulated.push(Infinity); // the greatest value takes the rest
  const table = Float64Array.from(cumulated);
  const starts = new Uint32Array(steps); // where the search begins, for u from j / steps on
  for (let [j, k] = [0, 0]; j < steps; j += 1) {
    while (j / steps >= table[k]!) k += 1;
    starts[j] = k;
  }
  return fromFill((out, rng) => {
    fillUniform(out, rng);
    for (let i = 0; i < out.length; i += 1) {
      const u = out[i]!;
      let k = starts[Math.floor(u * steps)]!;
      while (u >= table[k]!) k += 1;
      out[i] = k;
    }
  });
}
