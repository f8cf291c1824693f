import { type Detector, requireDetector } from "./detector.ts";

/**
 * Share of machine text that is left after a detector has removed what it flags from a feed of which a share π is
 * machine text:
 *
 *   π (1 − TPR) / (π (1 − TPR) + (1 − π)(1 − FPR))
 *
 * @param detector pollution π, truePositiveRate TPR, falsePositiveRate FPR, each 0 … 1
 * @returns share of machine text in what is left, 0 … 1; below π exactly when TPR > FPR
 * @throws {RangeError} if a rate is not in 0 … 1, or the detector leaves nothing at all
 * @see chapter 16; Bayes' rule
 * @example
 * residualPollution({ pollution: 0.5, truePositiveRate: 0.9, falsePositiveRate: 0.05 }).toFixed(3) // => "0.095"
 */
export function residualPollution(detector: Detector): number {
  requireDetector("compute residualPollution", detector);
  const { pollution, truePositiveRate, falsePositiveRate } = detector;
  const machine = pollution * (1 - truePositiveRate);
  return machine / (machine + (1 - pollution) * (1 - falsePositiveRate));
}
