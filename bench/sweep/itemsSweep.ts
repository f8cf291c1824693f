/** A million Gaussian loops that draw every item: what NumPy's vectorised loop does, too. */
import { gaussian, manyLoops, replace } from "generation-loss";
import { type Sweep, sweep } from "generation-loss/sweep";

const family = gaussian({ ddof: 1 });

export const items: Sweep<{ readonly size: readonly [100] }, "logVariance"> = sweep({
  ...{
    title: "Gaussian loops, item by item",
    grid: { size: [100] },
    seed: 1,
    runs: 1_000_000,
    generations: [10],
  },
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
