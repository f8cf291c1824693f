import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { requireAdvantage } from "./parts/requireAdvantage.ts";

/**
 * Where {@link twoTasteUpdate} ends: the share of what taste 1 likes, from any start strictly between 0 and 1,
 *
 *   m* = (q (E + 1) − 1) / (E − 1),   E = e^h,   clipped to 0 … 1
 *
 * A minority taste survives if and only if it curates more than 1/(E + 1) of the rounds: strong tastes can live
 * together, weak ones cannot. With a choice between 2 samples the larger taste takes all, whatever h is.
 *
 * @param curated q, share of rounds that taste 1 curates, 0 … 1
 * @param options.advantage h in nats, above 0 and at most 700 (at 0 nothing ever changes)
 * @returns m*, 0 … 1
 * @throws {RangeError} if an argument is out of range
 * @see Falahati et al. (2026), arXiv:2605.07724, for two rewards; derived for this course — chapter 14
 * @example Number(twoTasteFixedPoint(0.6, { advantage: 3 }).toFixed(4)) // => 0.6105
 * @example twoTasteFixedPoint(0.8, { advantage: 1 }) // => 1
 */
export function twoTasteFixedPoint(curated: number, options: { advantage: number }): number {
  const action = "compute twoTasteFixedPoint";
  const { advantage } = requireOptions(action, options);
  requireShare(action, "curated", curated);
  requireAdvantage(action, advantage);
  requireFiniteNumber(action, "advantage", advantage, 0);
  const handicap = Math.exp(-advantage);
  const free = (curated - (1 - curated) * handicap) / -Math.expm1(-advantage);
  return Math.min(1, Math.max(0, free));
}
