import { normalTail } from "../numerics/normalTail.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Two groups, N(0, 1) and N(Δ, 1), the second with share π, are labelled by the most probable group. The labels' share
 * of the second group, which the next generation takes for the truth:
 *
 *   g(π) = π Φ̄(x* − Δ) + (1 − π) Φ̄(x*),   x* = Δ/2 + ln((1 − π)/π) / Δ,   Φ̄ = 1 − Φ
 *
 * A minority shrinks in each generation, the faster the less the groups differ. Labels that are drawn, each group with
 * its probability, keep π on average.
 *
 * @param share π of the second group, 0 … 1
 * @param options.distance Δ between the means, in sds, > 0
 * @returns g(π), 0 … 1; exact for a large population
 * @throws {RangeError} if share or distance is out of range
 * @see Wyllie, Shumailov, Papernot (2024), arXiv:2403.07857, for the effect; derived for this course — chapter 15
 * @example Number(argmaxRelabelUpdate(0.2, { distance: 1 }).toFixed(4)) // => 0.0612
 */
export function argmaxRelabelUpdate(share: number, options: { distance: number }): number {
  const { distance } = requireOptions("compute argmaxRelabelUpdate", options);
  requireShare("compute argmaxRelabelUpdate", "share", share);
  requireFiniteNumber("compute argmaxRelabelUpdate", "distance", distance, 0);
  if (share === 0 || share === 1) return share;
  const odds = (Math.log1p(-share) - Math.log(share)) / distance;
  return share * normalTail(odds - distance / 2) + (1 - share) * normalTail(odds + distance / 2);
}
