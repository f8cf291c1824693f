/**
 * Chapter 9 as a sweep: what is left of the variance when each generation replaces the one before, is added to all of them,
 * or learns from a part of that pool, over five sizes. Each mean stands beside its law.
 *
 *   npx genloss sweep sweep/examples/threeRegimes.ts
 */
import {
  accumulate,
  accumulatedVariance,
  accumulateSubsample,
  expectedVariance,
  gaussian,
  manyLoops,
  replace,
  subsampledVariance,
} from "generation-loss";
import { sweep } from "generation-loss/sweep";

const regimes = { replace, accumulate, subsample: accumulateSubsample };
const laws = {
  replace: (size: number, generation: number) => expectedVariance(generation, { size, ddof: 0 }),
  accumulate: (size: number, generation: number) => accumulatedVariance(generation, { size }),
  subsample: (size: number, generation: number) => subsampledVariance(generation, { size }),
};
const generations = [1, 2, 5, 10, 20, 40] as const;

export const threeRegimes = sweep({
  title: "Replace, accumulate, subsample: what is left of the variance",
  grid: { regime: ["replace", "accumulate", "subsample"], size: [10, 20, 50, 100, 200] },
  ...{ seed: 9, runs: 4000, generations },
  run({ regime, size }, range) {
    const family = gaussian({ ddof: 0 });
    return manyLoops({
      ...{ family, start: family.known({ mean: 0, sd: 1 }), regime: regimes[regime]() },
      ...{ generations: generations.at(-1)!, size, ...range },
      read: { variance: ({ model }) => model.parameters.sd ** 2 },
    });
  },
  laws: { variance: ({ regime, size }, generation) => laws[regime](size, generation) },
});
