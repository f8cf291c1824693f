import { requireShare } from "../../require/requireShare.ts";
import type { Detector } from "../detector.ts";

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
