import type { LawCalls } from "./lawCalls.ts";

/** Laws of mixed, weighted and curated data. */
export const mixingLaws: LawCalls = {
  addAlphaProbability: [
    [5, { probability: 0.3, tokens: 100, types: 10, alpha: 0.5 }],
    [Infinity, { probability: 0.3, tokens: 100, types: 10, alpha: 0.5 }],
    [Infinity, { probability: 0, tokens: 1, types: 1, alpha: 0 }],
    [0, { probability: 1, tokens: 1, types: 10, alpha: 1e300 }],
  ],
  admissibleSyntheticSize: [[{ dimension: 5, bias: 0.7, ddof: 0 }], [{ dimension: 1, bias: 0, ddof: 1 }]],
  argmaxRelabelUpdate: [
    [0.2, { distance: 1 }],
    [0, { distance: 1 }],
    [1, { distance: 1 }],
    [1e-300, { distance: 100 }],
    [0.5, { distance: 1e-12 }],
  ],
  bestOfKUpdate: [
    [[0.5, 0.3, 0.2], [0, 1, 2.5], { candidates: 3 }],
    [[0.5, 0.3, 0.2], [0, 1, 2.5], { candidates: 1 }],
    [[1, 0], [0, 5], { candidates: Infinity }],
    [[0.5, 0.5], [-350, 350], { candidates: 1e6 }],
    [[1], [1e300], { candidates: 2 }],
  ],
  bestSyntheticSize: [[{ dimension: 5, bias: 0.7, ddof: 1 }]],
  breakdownErrorRate: [[{ keepsCorrect: 0.8, keepsWrong: 0.3 }], [{ keepsCorrect: 0, keepsWrong: 1 }]],
  closedLoopLogOdds: [
    [-2, 5, { temperature: 0.8 }],
    [0, 1e6, { temperature: 0.5 }],
    [-2, 1e6, { temperature: 2 }],
    [-2, 1e6, { temperature: 1 }],
  ],
  driftedRatio: [
    [{ human: 100, synthetic: 50, variance: 1.5, drift: 0.02 }],
    [{ human: 1, synthetic: 1e6, variance: 1, drift: 0 }],
  ],
  effectiveSizeRatio: [[0.3], [1], [1e-300]],
  fixedRealError: [
    [5, { syntheticPerReal: 1.5 }],
    [0, { syntheticPerReal: 1e-300 }],
    [Infinity, { syntheticPerReal: 1e300 }],
    [1e6, { syntheticPerReal: 1e12 }],
  ],
  goldenWeight: [[2.5], [1e-300], [1e300]],
  heatDeathShare: [[0.8], [1e-300], [1e300]],
  humanWeightUnderAccumulate: [
    [100, { modelBias: 0.05 }],
    [0, { modelBias: 1 }],
    [1e6, { modelBias: 1 }],
    [Infinity, { modelBias: 0 }],
  ],
  humanWeightUnderFresh: [
    [100, { modelBias: 0.05, freshShare: 0.1 }],
    [Infinity, { modelBias: 0, freshShare: 0 }],
    [Infinity, { modelBias: 1, freshShare: 0 }],
    [0, { modelBias: 1, freshShare: 0 }],
  ],
  humanWeightUnderReplace: [
    [100, { modelBias: 0.05 }],
    [0, { modelBias: 1 }],
    [Infinity, { modelBias: 0 }],
    [Infinity, { modelBias: 1 }],
  ],
  kalmanUpdate: [
    [0.5, { process: 1.5, observation: 2.5 }],
    [0, { process: 1e-300, observation: 1e300 }],
  ],
  leadingOrderSyntheticSize: [[{ dimension: 5, bias: 0.7 }], [{ dimension: 1, bias: 0 }]],
  leadingOrderHumanWeight: [
    [100, { modelBias: 0.05 }],
    [1, { modelBias: 0 }],
    [1e6, { modelBias: 1 }],
  ],
  temperatureMixUpdate: [
    [[0.5, 0.3, 0.2], { human: [0.2, 0.3, 0.5], freshShare: 0.1, temperature: 0.8 }],
    [[1, 0], { human: [0.5, 0.5], freshShare: 0, temperature: 1e-300 }],
    [[1e-300, 1], { human: [0.5, 0.5], freshShare: 1, temperature: 1e300 }],
  ],
  twoTasteFixedPoint: [
    [0.6, { advantage: 2.5 }],
    [0, { advantage: 1e-12 }],
    [1, { advantage: 700 }],
  ],
  twoTasteUpdate: [
    [0.3, { curated: 0.6, advantage: 2.5 }],
    [0, { curated: 1, advantage: 700 }],
    [1, { curated: 0, advantage: 700 }],
    [0.3, { curated: 0.6, advantage: 0 }],
  ],
  verifiedSlopeUpdate: [
    [1.5, { noiseSd: 0.5, centre: 1.3, radius: 0.2, tolerance: 0.5 }],
    [-5, { noiseSd: 0.5, centre: 1.3, radius: 0, tolerance: 0.01 }],
    [1.3, { noiseSd: 0.5, centre: 1.3, radius: 0, tolerance: 1e6 }],
  ],
  weightedError: [
    [5, { weight: 0.4, ratio: 2.5 }],
    [0, { weight: 1, ratio: 1 }],
    [Infinity, { weight: 1, ratio: 1e300 }],
    [Infinity, { weight: 1e-6, ratio: 1e-6 }],
  ],
};
