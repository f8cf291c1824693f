import {
  bestOf,
  driftingWorld,
  ecosystem,
  fillNormal,
  gaussian,
  gaussianMoments,
  loop,
  manyLoops,
  type Regime,
  regimes,
  replace,
  samplingBias,
  seeded,
  unigram,
  verified,
} from "generation-loss";
import { numbers, tokens } from "./growthInputs.ts";
import { type GrowthLine, geometric, linear, square } from "./growthLine.ts";

const family = gaussian({ ddof: 1 });
const start = family.known({ mean: 0, sd: 1 });
const source = (count: number, rng: ReturnType<typeof seeded>) =>
  fillNormal(new Float64Array(count), 0, 1, rng);

/** Goes through a loop without keeping it. */
function goThrough(turns: Iterable<unknown>): number {
  let count = 0;
  for (const _ of turns) count += 1;
  return count;
}

const inRegime = (regime: Regime<Float64Array>, generations: number, size: number) => {
  const data = numbers(size);
  return () => goThrough(loop({ family, data, regime, generations, size, rng: seeded(1) }));
};

/** The regimes, each by the time that generations and items take. */
const made: Record<keyof typeof regimes, () => Regime<Float64Array>> = {
  accumulate: () => regimes.accumulate(),
  accumulateSubsample: () => regimes.accumulateSubsample(),
  augment: () => regimes.augment(),
  fixedShare: () => regimes.fixedShare({ share: 0.5 }),
  fresh: () => regimes.fresh({ share: 0.5, source }),
  replace: () => regimes.replace(),
  weighted: () => regimes.weighted({ weight: 0.5, share: 0.5, source }),
};
const regimeLines = Object.entries(made).flatMap(([name, make]): GrowthLine[] => [
  {
    what: name,
    grows: "generations",
    fixed: "100 items each",
    sizes: geometric(name === "accumulate" ? 50 : 200),
    ...(name === "accumulate" ? square("t², all items are read again") : linear),
    make: (generations) => inRegime(make(), generations, 100),
  },
  {
    ...{ what: name, grows: "items", fixed: "20 generations", sizes: geometric(500), ...linear },
    make: (size) => inRegime(make(), 20, size),
  },
]);

const written =
  (write: Parameters<typeof loop<number, object, Float64Array>>[0]["write"], size: number) => () =>
    goThrough(
      loop({ family, start, regime: replace(), generations: 5, size, write: write!, rng: seeded(1) }),
    );
const best = (candidates: number) => bestOf<number>({ candidates, reward: (x) => Math.min(x, 3) });

/** The loops, what they learn from, and how models' writing gets there. */
export const loopLines: readonly GrowthLine[] = [
  {
    ...{ what: "loop", grows: "generations", fixed: "100 items", sizes: geometric(200), ...linear },
    make: (generations) => () =>
      goThrough(loop({ family, start, regime: replace(), generations, size: 100, rng: seeded(1) })),
  },
  {
    ...{
      what: "manyLoops",
      grows: "runs",
      fixed: "20 generations, 50 items",
      sizes: geometric(20),
      ...linear,
    },
    make: (runs) => () =>
      manyLoops({
        ...{ family, start, regime: replace(), generations: 20, size: 50, runs, rng: seeded(1) },
        read: { sd: (turn) => turn.model.parameters.sd },
      }),
  },
  {
    ...{
      what: "manyLoops",
      grows: "generations",
      fixed: "20 runs, 50 items",
      sizes: geometric(20),
      ...linear,
    },
    make: (generations) => () =>
      manyLoops({
        ...{ family, start, regime: replace(), generations, size: 50, runs: 20, rng: seeded(1) },
        read: { sd: (turn) => turn.model.parameters.sd },
      }),
  },
  ...regimeLines,
  {
    ...{ what: "accumulate: moments", grows: "generations", sizes: geometric(500), ...linear },
    make(generations) {
      const moments = gaussianMoments({ ddof: 1 });
      const known = moments.known({ mean: 0, sd: 1 });
      return () =>
        goThrough(
          loop({
            ...{ family: moments, start: known, generations, size: 100, rng: seeded(1) },
            regime: regimes.accumulate(),
          }),
        );
    },
  },
  {
    ...{ what: "accumulateSubsample: rows", grows: "generations", fixed: "100 tokens", ...linear },
    sizes: geometric(200),
    make(generations) {
      const [words, data] = [unigram({ vocabularySize: 100 }), tokens(100, 100)];
      const regime = regimes.accumulateSubsample();
      return () => goThrough(loop({ family: words, data, regime, generations, rng: seeded(1) }));
    },
  },
  {
    ...{ what: "ecosystem", grows: "generations", fixed: "4 lineages, 100 items", ...linear },
    sizes: geometric(50),
    make: (generations) => () =>
      goThrough(
        ecosystem({
          ...{ family, start, regime: replace(), lineages: 4, migration: 0.5, generations, size: 100 },
          rng: seeded(1),
        }),
      ),
  },
  {
    ...{ what: "ecosystem", grows: "items", fixed: "32 lineages, migration ½", ...linear },
    sizes: geometric(1000),
    make: (size) => () =>
      goThrough(
        ecosystem({
          ...{ family, start, regime: replace(), lineages: 32, migration: 0.5, generations: 1, size },
          rng: seeded(1),
        }),
      ),
  },
  {
    ...{ what: "ecosystem", grows: "lineages", fixed: "20 000 items, migration ½", ...linear },
    sizes: geometric(4, 4),
    make: (lineages) => () =>
      goThrough(
        ecosystem({
          ...{ family, start, regime: replace(), lineages, migration: 0.5, generations: 1, size: 20_000 },
          rng: seeded(1),
        }),
      ),
  },
  {
    ...{ what: "bestOf", grows: "items", fixed: "4 candidates", sizes: geometric(500), ...linear },
    make: (size) => written(best(4), size),
  },
  {
    ...{ what: "bestOf", grows: "candidates", fixed: "500 items", sizes: geometric(4), ...linear },
    make: (candidates) => written(best(candidates), 500),
  },
  {
    ...{ what: "verified", grows: "items", fixed: "half are accepted", sizes: geometric(500), ...linear },
    make: (size) => written(verified<number>({ accepts: (_, rng) => rng.next() < 0.5 }), size),
  },
  {
    ...{ what: "verified", grows: "1 / accepted", fixed: "1 000 items", sizes: geometric(4), ...linear },
    make: (times) => written(verified<number>({ accepts: (_, rng) => rng.next() < 1 / times }), 1000),
  },
  {
    ...{ what: "samplingBias", grows: "items", sizes: geometric(1000), ...linear },
    make: (size) => {
      const write = samplingBias({ lambda: 0.9 });
      return () =>
        goThrough(loop({ family, start, regime: replace(), generations: 5, size, write, rng: seeded(1) }));
    },
  },
  {
    ...{ what: "driftingWorld", grows: "generations", sizes: geometric(250), ...linear },
    make: (generations) => () => driftingWorld({ step: 0.1, sd: 1 }, seeded(1)).centre(generations),
  },
];
