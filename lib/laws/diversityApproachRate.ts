import { type FreshLoop, requireFresh } from "./freshLoop.ts";

/**
 * Factor by which the distance to the lasting diversity shrinks each generation, with a share m of fresh human data:
 *
 *   (1 − m)² (1 − 1/N)
 *
 * About ln 2 / (2m + 1/N) generations halve it: little fresh data does not only keep less, it also takes longer
 * to show.
 *
 * @param loop size: items per generation N, an integer ≥ 1; freshShare: m, 0 … 1
 * @returns factor per generation, 0 … 1; exact
 * @throws {RangeError} if size or freshShare is out of range
 * @see chapter 10; derived for this course
 * @example diversityApproachRate({ size: 2, freshShare: 0.5 }) // => 0.125
 */
export function diversityApproachRate(loop: FreshLoop): number {
  requireFresh("compute diversityApproachRate", loop);
  return (1 - loop.freshShare) ** 2 * (1 - 1 / loop.size);
}
