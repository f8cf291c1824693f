/** The same loops by their sufficient statistics, as the library offers them: two draws a generation, the same law. */
import { gaussianMoments, manyLoops, replace } from "generation-loss";
import { type Sweep, sweep } from "generation-loss/sweep";

const family = gaussianMoments({ ddof: 1 });

export const sums: Sweep<{ readonly size: readonly [100] }, "logVariance"> = sweep({
  ...{ title: "Gaussian loops, in sums", grid: { size: [100] }, seed: 1, runs: 1_000_000, generations: [10] },
  run: ({ size }, range) =>
    manyLoops({
      ...{
        family,
        start: family.known({ mean: 0, sd: 1 }),
        regime: replace(),
        generations: 10,
        size,
        ...range,
      },
      read: { logVariance: ({ model }) => 2 * Math.log(model.parameters.sd) },
    }),
});
