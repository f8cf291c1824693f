import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { requireAdvantage } from "./parts/requireAdvantage.ts";

/**
 * Two disjoint tastes: taste 1 curates a share q of the rounds, taste 2 the rest, each with an advantage h (in nats) for
 * what it likes, picking the best of very many samples. What taste 1 likes goes from a share m to
 *
 *   m′ = q m E / (m E + 1 − m) + (1 − q) m / (m + (1 − m) E),   E = e^h
 *
 * Repeated, it ends at {@link twoTasteFixedPoint}.
 *
 * @param share m, 0 … 1
 * @param options.curated q, share of rounds that taste 1 curates, 0 … 1
 * @param options.advantage h, 0 … 700
 * @returns m′, 0 … 1
 * @throws {RangeError} if an argument is out of range
 * @see Ferbach et al. (2024), arXiv:2407.09499, for one taste; derived for this course — chapter 14
 * @example Number(twoTasteUpdate(0.5, { curated: 0.6, advantage: 3 }).toFixed(4)) // => 0.5905
 */
export function twoTasteUpdate(share: number, options: { curated: number; advantage: number }): number {
  const action = "compute twoTasteUpdate";
  const { curated, advantage } = requireOptions(action, options);
  requireShare(action, "share", share);
  requireShare(action, "curated", curated);
  requireAdvantage(action, advantage);
  const handicap = Math.exp(-advantage);
  const liked = share / (share + (1 - share) * handicap);
  const disliked = (share * handicap) / (share * handicap + (1 - share));
  return curated * liked + (1 - curated) * disliked;
}
