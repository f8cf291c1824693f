import { type Family, type Fitted, type GaussianParameters, manyLoops, replace } from "generation-loss";
import { type Sweep, sweep } from "generation-loss/sweep";

export type GaussianSweep = Sweep<{ readonly size: readonly [100] }, "logVariance">;

/** A million replace loops of a family of Gaussians, ten generations each, and their log variance at the end. */
export const gaussianSweep = <Batch extends ArrayLike<number>>(
  title: string,
  family: Family<number, GaussianParameters, Batch> & {
    known(parameters: GaussianParameters): Fitted<number, GaussianParameters, Batch>;
  },
): GaussianSweep =>
  sweep({
    ...{ title, grid: { size: [100] }, seed: 1, runs: 1_000_000, generations: [10] },
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
