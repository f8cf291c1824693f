import type { LawCalls } from "./lawCalls.ts";

const fresh = { size: 100, freshShare: 0.01 };
const none = { size: 1, freshShare: 0 };
const all = { size: 1e9, freshShare: 1 };

/** Laws of population genetics and of the value of human data. */
export const geneLaws: LawCalls = {
  conditionalFixationTime: [
    [0.5, { size: 100 }],
    [1, { size: 1 }],
    [1e-300, { size: 1e9 }],
  ],
  diversityApproachRate: [[fresh], [none], [all]],
  diversityKept: [[fresh], [none], [all]],
  effectiveSize: [[[10, 1000, 40]], [[1]], [[1e15, 1]]],
  ewensTypes: [
    [2, { size: 200 }],
    [1e-300, { size: 1 }],
    [1e300, { size: 1e6 }],
  ],
  expectedHeterozygosity: [
    [10, { size: 50, heterozygosity: 0.9 }],
    [0, { size: 1, heterozygosity: 1 }],
    [1e15, { size: 1, heterozygosity: 0 }],
  ],
  fixationIndex: [[{ within: 0.2, total: 0.8 }], [{ within: 0, total: 1e-300 }], [{ within: 1, total: 1 }]],
  fixationProbability: [
    [0.3, { size: 50, selection: 0.02 }],
    [0, { size: 1e15, selection: 1e300 }],
    [0.5, { size: 1e9, selection: -0.99 }],
    [1, { size: 1, selection: 0 }],
  ],
  heterozygosityWithFixedData: [
    [5, { realSize: 20, syntheticSize: 30, heterozygosity: 0.9 }],
    [0, { realSize: 1, syntheticSize: 1, heterozygosity: 1 }],
    [Infinity, { realSize: 1, syntheticSize: 1e9, heterozygosity: 1 }],
  ],
  heterozygosityWithFreshData: [
    [5, { ...fresh, heterozygosity: 0.9, start: 0.5 }],
    [0, { ...none, heterozygosity: 1, start: 1 }],
    [1e9, { ...all, heterozygosity: 0, start: 0 }],
  ],
  inbreedingCoefficient: [
    [10, { size: 50 }],
    [0, { size: 1 }],
    [1e15, { size: 1e15 }],
  ],
  infiniteAllelesHeterozygosity: [[2], [0], [1e300]],
  isolatedLineagesHeterozygosity: [
    [10, { lineages: 4, size: 50, heterozygosity: 0.9 }],
    [0, { lineages: 1, size: 1, heterozygosity: 1 }],
    [Infinity, { lineages: 1e9, size: 1e9, heterozygosity: 1 }],
  ],
  leadingOrderDiversityKept: [[fresh], [none], [all]],
  marginalValueOfHumanData: [[3], [0], [1e300]],
  nashContributions: [[{ value: 100, cost: 1 }], [{ value: 1, cost: 100 }], [{ value: 1e150, cost: 1e-150 }]],
  repairingSubsidy: [[{ firms: 4, cost: 2 }], [{ firms: 1, cost: 1e300 }]],
  shareAfterSelection: [
    [0.5, { selection: 0.1 }],
    [0, { selection: 1e300 }],
    [1, { selection: -0.999 }],
  ],
  sociallyOptimalContributions: [
    [{ firms: 4, value: 100, cost: 1 }],
    [{ firms: 1, value: 1, cost: 100 }],
    [{ firms: 1e9, value: 1e100, cost: 1e-100 }],
  ],
  timeToMonomorphism: [
    [[0.5, 0.3, 0.2], { size: 100 }],
    [[0, 1], { size: 1 }],
  ],
  valueOfHumanData: [[3], [0], [1.7e308]],
};
