/** A sweep of 4 points and 600 runs each, of which one takes about a millisecond. */
export const specText = (more = ""): string => `
import { expectedVariance, gaussianMoments, manyLoops, replace } from "generation-loss";
import { sweep } from "generation-loss/sweep";
export const spread = sweep({
  title: "A sweep for tests", grid: { size: [5, 10, 50, 100] }, seed: 3, runs: 600, generations: [1, 40, 80],
  run({ size }, range) {
    const family = gaussianMoments({ ddof: 0 });
    return manyLoops({
      family, start: family.known({ mean: 0, sd: 1 }), regime: replace(), generations: 80, size, ...range,
      read: { variance: ({ model }) => model.parameters.sd ** 2, mean: ({ model }) => model.parameters.mean },
    });
  },
  laws: { variance: ({ size }, generation) => expectedVariance(generation, { size, ddof: 0 }), mean: () => 0 },
  ${more}
});
`;
