import type { Detector } from "./detector.ts";
import { diversityKept } from "./diversityKept.ts";
import { residualPollution } from "./residualPollution.ts";

/**
 * Share of the human diversity that a loop keeps for ever when it learns from a feed of machine and human text that a
 * detector has filtered: {@link diversityKept} with what is human after the filter as the fresh share,
 *
 *   m = 1 − residualPollution
 *
 * It takes the removed human text to be like the rest. If the detector suspects rare voices, they are lost besides.
 *
 * @param feed size: items per generation N after the filter, an integer ≥ 1; and the detector: pollution π,
 *   truePositiveRate TPR, falsePositiveRate FPR, each 0 … 1
 * @returns ratio H* / H₀, 0 … 1 − 1/N; exact for i.i.d. human items
 * @throws {RangeError} if an argument is out of range, or the detector leaves nothing at all
 * @see chapter 16; derived for this course
 * @example
 * const feed = { size: 100, pollution: 0.99, falsePositiveRate: 0 };
 * [0, 0.9].map((truePositiveRate) => diversityKeptWithFilter({ ...feed, truePositiveRate }).toFixed(3)) // => ["0.663", "0.945"]
 */
export function diversityKeptWithFilter({ size, ...detector }: Detector & { readonly size: number }): number {
  return diversityKept({ size, freshShare: 1 - residualPollution(detector) });
}
