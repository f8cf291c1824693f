import type { LawCalls } from "./lawCalls.ts";

const detector = { pollution: 0.5, truePositiveRate: 0.9, falsePositiveRate: 0.05 };
const perfect = { pollution: 0.5, truePositiveRate: 1, falsePositiveRate: 0 };
const human = { pollution: 0, truePositiveRate: 1, falsePositiveRate: 0.999 };

/** Laws of watermarks, detectors and near-duplicates. */
export const provenanceLaws: LawCalls = {
  aurocBound: [[0.4], [0], [1]],
  diversityKeptWithFilter: [
    [{ size: 100, ...detector }],
    [{ size: 1, ...perfect }],
    [{ size: 1e9, ...human }],
  ],
  expectedGreenRate: [
    [{ greenShare: 0.25, bias: 2 }],
    [{ greenShare: 0, bias: 1e300 }],
    [{ greenShare: 1, bias: -1e300 }],
  ],
  expectedTournamentScore: [[[0.5, 0.3, 0.2]], [[1]], [new Array<number>(1000).fill(0.001)]],
  greenRateBound: [
    [[0.5, 0.3, 0.2], { greenShare: 0.25, bias: 2 }],
    [[1, 0], { greenShare: 0, bias: 1e300 }],
    [[0.5, 0.5], { greenShare: 1, bias: 0 }],
  ],
  lshProbability: [
    [0.8, { bands: 20, rows: 5 }],
    [0, { bands: 1, rows: 1 }],
    [1, { bands: 1e9, rows: 1e9 }],
  ],
  lshThreshold: [[{ bands: 20, rows: 5 }], [{ bands: 1, rows: 1 }], [{ bands: 1e15, rows: 1e15 }]],
  minHashStandardError: [
    [0.5, { hashes: 100 }],
    [0, { hashes: 1 }],
    [1, { hashes: 1e15 }],
  ],
  residualPollution: [[detector], [perfect], [human]],
  watermarkPValue: [[4], [-1e300], [1e300]],
  watermarkZ: [
    [16, { tokens: 20, greenShare: 0.5 }],
    [0, { tokens: 1, greenShare: 1e-300 }],
    [1e15, { tokens: 1e15, greenShare: 0.999 }],
  ],
};
