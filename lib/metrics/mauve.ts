import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { twoDistributions } from "./parts/twoDistributions.ts";

/**
 * MAUVE of two histograms (of clusters of texts or of points): the area under the curve of
 *
 *   (exp(−c KL(Q‖R)), exp(−c KL(P‖R))),   R = λ P + (1 − λ) Q,   λ = 0 … 1 in equal steps,
 *
 * by trapezoids, from (0, 1) to (1, 0); KL in nats. It weighs what Q makes and P has not against what P has and Q has
 * lost. The value depends on c and, a little, on the number of points, and much on how clusters were made: say all.
 * Higher is better.
 *
 * @param p probabilities or counts of real data over clusters, shape (k); ≥ 0, not all 0
 * @param q the same for generated data, shape (k)
 * @param options.c steepness, > 0; the paper has 5
 * @param options.points how many λ, an integer, 2 … 1e6; the authors' program has 25
 * @returns area, 0 … 1; 1 when both histograms agree
 * @throws {RangeError} if a weight is negative or not finite, all are 0, lengths differ, c is not finite and above 0, or
 *   points is not an integer from 2 to 1e6
 * @see Pillutla et al. (2021), NeurIPS, arXiv:2102.01454 — chapter 6
 * @example mauve([0.1, 0.2, 0.7], [0.3, 0.3, 0.4], { c: 5, points: 500 }).toFixed(4) // => "0.8786"
 */
export function mauve(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  options: { c: number; points: number },
): number {
  const { c, points } = requireOptions("compute mauve", options);
  requireFiniteNumber("compute mauve", "c", c, 0);
  requireInteger("compute mauve", "points", points, 2);
  if (points > 1e6) throw new RangeError(`Cannot compute mauve: points must be at most 1e6, got ${points}`);
  const [ps, qs] = twoDistributions("compute mauve", p, q);
  let area = 0;
  let [lastX, lastY] = [1, 0]; // from (1, 0) leftwards to (0, 1)
  const to = (x: number, y: number): void => {
    area += ((lastX - x) * (lastY + y)) / 2;
    [lastX, lastY] = [x, y];
  };
  for (let step = 0; step < points; step += 1) {
    const share = step / (points - 1);
    let [ofQ, ofP] = [0, 0];
    for (let i = 0; i < ps.length; i += 1) {
      const [x, y] = [ps[i]!, qs[i]!];
      const mixed = share * x + (1 - share) * y;
      if (y > 0) ofQ += y * Math.log(y / mixed);
      if (x > 0) ofP += x * Math.log(x / mixed);
    }
    to(Math.exp(-c * Math.max(0, ofQ)), Math.exp(-c * Math.max(0, ofP)));
  }
  to(0, 1);
  return Math.min(1, area); // by rounding a sum of 1s may be a little more
}
