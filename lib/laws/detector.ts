/** A feed with machine text in it, and the detector that filters it. */
export interface Detector {
  /** Share of machine text in the feed before the filter (π), 0 … 1. */
  readonly pollution: number;
  /** Share of machine text that the detector removes (TPR, recall), 0 … 1. */
  readonly truePositiveRate: number;
  /** Share of human text that it removes by mistake (FPR), 0 … 1. */
  readonly falsePositiveRate: number;
}
