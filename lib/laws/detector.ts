import { requireShare } from "../require/requireShare.ts";

/** A feed with machine text in it, and the detector that filters it. */
export interface Detector {
  /** Share of machine text in the feed before the filter (π), 0 … 1. */
  readonly pollution: number;
  /** Share of machine text that the detector removes (TPR, recall), 0 … 1. */
  readonly truePositiveRate: number;
  /** Share of human text that it removes by mistake (FPR), 0 … 1. */
  readonly falsePositiveRate: number;
}

/** Refuses rates that are not between 0 and 1, and a detector that removes everything. `action` completes "Cannot …". */
export function requireDetector(action: string, detector: Detector): void {
  const { pollution, truePositiveRate, falsePositiveRate } = detector;
  requireShare(action, "pollution", pollution);
  requireShare(action, "truePositiveRate", truePositiveRate);
  requireShare(action, "falsePositiveRate", falsePositiveRate);
  if (pollution * (1 - truePositiveRate) + (1 - pollution) * (1 - falsePositiveRate) === 0) {
    throw new RangeError(
      `Cannot ${action}: falsePositiveRate must leave some text to learn from, got ${falsePositiveRate} ` +
        `with truePositiveRate ${truePositiveRate}`,
    );
  }
}
