import { deviance } from "../numerics/saddlePoint.ts";
import { requireBoolean } from "../require/requireBoolean.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireBase } from "./parts/requireBase.ts";
import { twoDistributions } from "./parts/twoDistributions.ts";

/**
 * Jensen–Shannon divergence of two histograms: the mean of their Kullback–Leibler divergences to the midpoint,
 *
 *   JSD = ½ KL(P‖M) + ½ KL(Q‖M),   M = ½ (P + Q).
 *
 * Its root is a distance (it obeys the triangle inequality), and some programs give that under the same name:
 * SciPy's `jensenshannon` is the root, in nats. So both are to be said. Lower is better.
 *
 * @param p probabilities or counts, shape (k); ≥ 0, not all 0
 * @param q the same for the other, shape (k)
 * @param options.base of the logarithm: 2 for bits, Math.E for nats; it has no default
 * @param options.root true for the root (the distance), false for the divergence
 * @returns divergence in units of log base, 0 … log 2 to that base; or its root
 * @throws {RangeError} if a weight is negative or not finite, all are 0, lengths differ, or base is not > 1
 * @throws {TypeError} if root is not said
 * @see Lin (1991), IEEE Trans. Inf. Theory 37(1):145–151, doi:10.1109/18.61115 — chapter 6
 * @example jensenShannon([1, 0], [1, 1], { base: 2, root: false }).toFixed(6) // => "0.311278"
 */
export function jensenShannon(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  options: { base: number; root: boolean },
): number {
  const { base, root } = requireOptions("compute jensenShannon", options);
  requireBase("compute jensenShannon", base);
  requireBoolean("compute jensenShannon", "root", root);
  const [ps, qs] = twoDistributions("compute jensenShannon", p, q);
  let nats = 0;
  for (let i = 0; i < ps.length; i += 1) {
    const [x, y] = [ps[i]!, qs[i]!];
    // x ln(x/m) + m − x and the same for y: none is negative, and none cancels where x is close to y
    const twice = x + y;
    nats += ((x > 0 ? deviance(2 * x, twice) : twice) + (y > 0 ? deviance(2 * y, twice) : twice)) / 4;
  }
  const divergence = Math.min(nats, Math.LN2) / Math.log(base);
  return root ? Math.sqrt(divergence) : divergence;
}
