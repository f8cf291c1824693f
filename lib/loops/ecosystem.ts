import type { Fitted } from "../models/model.ts";
import { multinomial } from "../random/multinomial.ts";
import { requireRng } from "../random/parts/requireRng.ts";
import type { Rng } from "../random/rng.ts";
import { requireFunction } from "../require/requireFunction.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import type { Generation, LoopOptions } from "./loop.ts";
import { concatenate } from "./parts/items.ts";
import { turns } from "./parts/turns.ts";
import type { WithFamily } from "./parts/withFamily.ts";
import type { Regime } from "./regime.ts";
import type { Writer } from "./writer.ts";

/** What an ecosystem needs beyond a loop's own options. */
export interface EcosystemOptions<Item, Parameters, Batch extends ArrayLike<Item>>
  extends Omit<LoopOptions<Item, Parameters, Batch>, "data" | "regime"> {
  /** Human data for every lineage, or a function that draws each lineage its own. */
  data?: NoInfer<Batch> | ((rng: Rng, lineage: number) => NoInfer<Batch>);
  /** What each generation learns from, for all lineages or for each. */
  regime: Regime<NoInfer<Batch>> | ((lineage: number) => Regime<NoInfer<Batch>>);
  /** How many models live side by side, ≥ 1. */
  lineages: number;
  /** Chance of a synthetic item to come from the pool of all lineages (its own among them), not from its own, 0–1. */
  migration: number;
}

/** The names of its options. */
const ecosystemOptions: Record<keyof EcosystemOptions<never, never, never>, true> = {
  ...{ family: true, data: true, start: true, regime: true, generations: true, size: true },
  ...{ lineages: true, migration: true, write: true, rng: true },
};

/**
 * Several models side by side, generation by generation. A lineage's synthetic items come from its own previous model
 * or, each with chance `migration`, from the pool of what all lineages write: the island model of genetics.
 *
 *   migration 0: isolated lineages. Each ends on one token, yet D of them keep H₀ (1 − 1/D) of diversity between them.
 *   migration 1: all drink from one pool.
 *
 * Lineage d draws from `rng.split(d)`.
 *
 * @param options those of `loop`, with `lineages` and `migration`; `data` and `regime` may differ by lineage
 * @returns a generator of generations 0 … generations: each an array of D turns, one per lineage
 * @throws {RangeError} if lineages is not an integer ≥ 1, migration is outside [0, 1], and as `loop` throws
 * @throws {TypeError} as `loop` throws
 * @see Wright (1931), Genetics 16:97–159 (island model); Hodel, West (2025), arXiv:2512.15011 — chapter 17
 * @example
 * const family = unigram({ vocabularySize: 3 });
 * const years = ecosystem({
 *   family, data: Uint32Array.of(0, 1, 2), regime: replace(), lineages: 2, migration: 0, generations: 4, rng: seeded(1),
 * });
 * Array.from(years, (lineages) => lineages.length) // => [2, 2, 2, 2, 2]
 */
export function ecosystem<Item, Parameters, Batch extends ArrayLike<Item>>(
  options: WithFamily<Item, Parameters, Batch> & EcosystemOptions<Item, Parameters, Batch>,
): Generator<readonly Generation<Item, Parameters, Batch>[], void, undefined> {
  const action = "start an ecosystem";
  requireKnownOptions(action, options, ecosystemOptions);
  const { lineages, migration, data, regime, write, rng, ...rest } = options;
  requireInteger(action, "lineages", lineages, 1);
  requireShare(action, "migration", migration);
  requireRng(action, rng);
  if (write !== undefined) requireFunction(action, "write", write);
  type Model = Fitted<Item, Parameters, Batch>;
  let models: readonly Model[] = []; // those of the previous generation, which write the next one's data

  const own: Writer<Item, Parameters, Batch> =
    write ?? ((model, count, stream) => model.sample(count, stream));
  const writerOf =
    (lineage: number): Writer<Item, Parameters, Batch> =>
    (model, count, stream, generation) => {
      if (migration === 0) return own(model, count, stream, generation);
      const weights = models.map((_, d) => migration / lineages + (d === lineage ? 1 - migration : 0));
      const shares = multinomial({ trials: count, weights })(stream);
      const [first, ...others] = models.map((other, d) => own(other, shares[d]!, stream, generation));
      return concatenate(first!, ...others);
    };
  const lives = Array.from({ length: lineages }, (_, lineage) => {
    const stream = rng.split(lineage);
    const human = typeof data === "function" ? data(stream.split("data"), lineage) : data;
    return turns<Item, Parameters, Batch>(
      {
        ...rest,
        ...(human && { data: human }),
        regime: typeof regime === "function" ? regime(lineage) : regime,
        write: writerOf(lineage),
        rng: stream,
      },
      false,
    );
  });

  return (function* inStep() {
    for (;;) {
      const turn = lives.map((life) => life.next().value);
      if (turn.includes(undefined)) return;
      const generation = turn as readonly Generation<Item, Parameters, Batch>[];
      models = generation.map(({ model }) => model);
      yield generation;
    }
  })();
}
