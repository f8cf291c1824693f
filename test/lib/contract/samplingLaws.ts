import type { LawCalls } from "./lawCalls.ts";

/** Laws of what a sample of a known distribution holds. */
export const samplingLaws: LawCalls = {
  expectedTailCoverage: [
    [[0.5, 0.25, 0.25], { size: 3, below: 0.5 }],
    [[1], { size: 0, below: 2 }],
    [[1e-300, 1], { size: 1e15, below: 0.5 }],
  ],
  expectedTypes: [
    [[0.5, 0.25, 0.25], { size: 3 }],
    [[1], { size: 0 }],
    [[1e-300, 1], { size: 1e15 }],
  ],
};
