import {
  drawMany,
  fresh,
  gaussian,
  type Interval,
  manyLoops,
  medianInterval,
  normal,
  seeded,
} from "generation-loss";

/** One cell: the median of the variance that is kept, of a human variance of 1. */
export interface Cell {
  share: number;
  size: number;
  kept: Interval;
}

/** The variance after some generations over a grid of human share and sample size, as a table. */
export function phaseDiagram(
  log: (line: string) => void,
  options: {
    shares: readonly number[];
    sizes: readonly number[];
    generations: number;
    runs: number;
    level: number;
    seed: number;
  },
): Cell[] {
  const { shares, sizes, generations, runs, level } = options;
  const family = gaussian({ ddof: 1 });
  const people = normal({ mean: 0, sd: 1 });
  const cells: Cell[] = [];
  log(["share", ...sizes.map((size) => `n = ${size}`)].join("\t"));
  for (const share of shares) {
    const row = sizes.map((size): Cell => {
      const { variance } = manyLoops({
        family,
        start: family.known({ mean: 0, sd: 1 }),
        regime: fresh({ share, source: (count, rng) => drawMany(people, count, rng) }),
        generations,
        size,
        runs,
        rng: seeded(options.seed).split(share).split(size),
        read: { variance: ({ model }) => model.parameters.sd ** 2 },
      });
      return { share, size, kept: medianInterval(variance[generations] ?? [], { level }) };
    });
    cells.push(...row);
    log(
      [
        share,
        ...row.map(
          ({ kept }) => `${kept.estimate.toFixed(3)} [${kept.low.toFixed(3)}, ${kept.high.toFixed(3)}]`,
        ),
      ].join("\t"),
    );
  }
  return cells;
}
