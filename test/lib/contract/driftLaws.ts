import type { LawCalls } from "./lawCalls.ts";

const loop = { size: 100, ddof: 0 } as const;
const smallest = { size: 2, ddof: 1 } as const;
const largest = { size: 1e6, ddof: 0 } as const;
const gaussianLoops: [number, typeof loop | typeof smallest | typeof largest][] = [
  [100, loop],
  [0, smallest],
  [1, smallest],
  [1e6, { ...smallest, ddof: 1 }],
  [1e6, largest],
];

/** Laws of drift and of vanishing words. */
export const driftLaws: LawCalls = {
  accumulatedVariance: [
    [5, { size: 10 }],
    [0, { size: 2 }],
    [1e6, { size: 1e6 }],
    [Infinity, { size: 2 }],
  ],
  c4: [[10], [2], [1e6], [1e12]],
  expectedLogVariance: gaussianLoops,
  expectedSd: gaussianLoops,
  expectedSquaredDrift: gaussianLoops,
  expectedTypesAlive: [
    [[1, 4, 0, 30], 3],
    [[1, 4, 0, 30], 0],
    [[1], 1e5],
  ],
  expectedVariance: gaussianLoops,
  expectedWasserstein2: gaussianLoops,
  extinctionProbability: [[3], [0], [1e6]],
  leadingOrderMedianVariance: gaussianLoops,
  leadingOrderWasserstein2: [[[10, 10, 5]], [[1]]],
  medianVariance: gaussianLoops,
  representableMass: [
    [[0.5, 0.3, 0.2], 2, { size: 10 }],
    [[1], 1, { size: 1 }],
    [[0.5, 0.3, 0.2], 1e5, { size: 1e9 }],
  ],
  survival: [
    [3, 5],
    [0, 5],
    [1e9, 1e5],
  ],
  survivorsOfDistinct: [
    [1000, 3],
    [1, 0],
    [1e9, 1e5],
  ],
  varianceOfLogVariance: gaussianLoops,
};
