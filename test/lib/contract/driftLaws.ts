import type { GaussianLoop } from "../../../lib/index.ts";
import type { LawCalls } from "./lawCalls.ts";

const loop = { size: 100, ddof: 0 } as const;
const smallest = { size: 2, ddof: 1 } as const;
const largest = { size: 1e6, ddof: 0 } as const;
const gaussianLoops: [number, GaussianLoop][] = [
  [100, loop],
  [0, smallest],
  [1, smallest],
  [1e6, smallest],
  [1e6, largest],
  [100, { size: 100, ddof: 1, bias: 0.9 }],
];

/** Laws of drift and of vanishing words. */
export const driftLaws: LawCalls = {
  accumulatedVariance: [
    [5, { size: 10 }],
    [0, { size: 2 }],
    [1e6, { size: 1e6 }],
    [Infinity, { size: 2 }],
  ],
  subsampledVariance: [
    [60, { size: 50 }],
    [0, { size: 2 }],
    [1e5, { size: 2 }],
    [100, { size: 1e6 }],
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
  accumulatedSquaredDrift: [
    [5, { size: 10 }],
    [0, { size: 2 }],
    [1e6, { size: 1e6 }],
    [Infinity, { size: 2 }],
    [Infinity, { size: 1e12 }],
  ],
  blurredVariance: [
    [5, { size: 10, bandwidth: 0.75, variance: 1.5 }],
    [0, { size: 2, bandwidth: 0.75, variance: 0 }],
    [Infinity, { size: 1e6, bandwidth: 0.75, variance: 1 }],
    [1e6, { size: 1e6, bandwidth: 1e-3, variance: 1 }],
  ],
  collapseProbabilityBounds: [
    [5, { size: 50, types: 4, simpson: 0.4 }],
    [0, { size: 1, types: 2, simpson: 1 }],
    [1e6, { size: 1e6, types: 1e6, simpson: 1e-6 }],
  ],
  collapseTimeBounds: [[{ size: 50, types: 4, simpson: 0.4 }], [{ size: 1, types: 2, simpson: 1 }]],
  expectedSimpson: [
    [5, { size: 50, simpson: 0.4 }],
    [0, { size: 1, simpson: 0 }],
    [1e6, { size: 1e6, simpson: 1 }],
  ],
  scheduledMoments: [
    [[10, 20, 30], { ddof: 1, bias: 0.9 }],
    [[], { ddof: 0 }],
    [[2, 1e12], { ddof: 0 }],
  ],
  sdExceedanceBound: [
    [5, { size: 50, share: 0.5 }],
    [0, { size: 2, share: 1e-300 }],
    [1e6, { size: 2, share: 2 }],
  ],
  survivalLowerBound: [
    [2.5, 5],
    [0, 1],
    [1e9, 1e6],
  ],
};
