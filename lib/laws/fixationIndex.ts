import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Fixation index F_ST: which part of a pool's diversity lies between its groups, and not within them.
 *
 *   F_ST = 1 − H_S / H_T
 *
 * H_S is the mean heterozygosity within a group, H_T that of the pool. 0: all groups alike; 1: each group is of one
 * type, and they differ. Labs that do not share go from 0 to 1 while H_T falls by only 1/D.
 *
 * @param options.within H_S, 0 … 1
 * @param options.total H_T, above 0, at least H_S
 * @returns share of diversity, 0 … 1
 * @throws {RangeError} if within or total is not in 0 … 1, total is 0, or within exceeds it
 * @see Wright (1951), Ann. Eugen. 15(4):323–354, doi:10.1111/j.1469-1809.1949.tb02451.x — chapter 17
 * @example fixationIndex({ within: 0.2, total: 0.8 }) // => 0.75
 */
export function fixationIndex(options: { within: number; total: number }): number {
  const { within, total } = requireOptions("compute fixationIndex", options);
  requireShare("compute fixationIndex", "within", within);
  requireShare("compute fixationIndex", "total", total);
  if (total === 0) throw new RangeError("Cannot compute fixationIndex: total must be above 0, got 0");
  if (within > total * (1 + 1e-12)) {
    throw new RangeError(
      `Cannot compute fixationIndex: within must be at most total ${total}, got ${within}`,
    );
  }
  // Neither form loses digits where it is used: within half of each other two numbers have an exact difference.
  return Math.max(0, within > total / 2 ? (total - within) / total : 1 - within / total);
}
