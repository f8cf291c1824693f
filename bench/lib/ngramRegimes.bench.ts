import { jelinekMercer, ngram, seeded, wittenBell } from "generation-loss";
import type { Row } from "../run.ts";
import { languageRegimes, lastGeneration, mobyDickSplit } from "./mobyDickSplit.ts";

export const title = "Chapter 7: perplexity of human text after language loops, five seeds";

const seeds = [1, 2, 3, 4, 5];

/** Every language run of the course, with its spread over seeds; in the notes, the one-seed runs it goes back to. */
export async function bench(): Promise<{ rows: Row[] }> {
  const { vocabularySize, train, held } = await mobyDickSplit();
  const regimes = languageRegimes(train);
  const models = {
    "bigram, Jelinek–Mercer": {
      family: ngram({
        order: 2,
        vocabularySize,
        smoothing: jelinekMercer({ weights: [0.02, 0.38, 0.6] }),
      }),
      generations: 8,
      before: { replace: 1731, "first 10 % kept": 1400, "fresh 10 %": 1174, accumulate: 714 },
    },
    "trigram, Witten–Bell": {
      family: ngram({ order: 3, vocabularySize, smoothing: wittenBell() }),
      generations: 6,
      before: { replace: 1726, accumulate: 1271 },
    },
  };
  const rows: Row[] = [];
  for (const [name, { family, generations, before }] of Object.entries(models)) {
    const first = { family, train, held, regime: regimes.replace!(), generations: 0, rng: seeded(1) };
    rows.push({ name: `${name}, generation 0`, value: lastGeneration(first).held, unit: "tokens" });
    for (const [regime, old] of Object.entries(before)) {
      const started = performance.now();
      const ends = seeds.map((seed) =>
        lastGeneration({ family, train, held, regime: regimes[regime]!(), generations, rng: seeded(seed) }),
      );
      const seconds = (performance.now() - started) / 1000 / seeds.length;
      const [ppl, own, types] = (["held", "own", "types"] as const).map((key) =>
        spread(ends.map((end) => end[key])),
      );
      rows.push({
        name: `  ${regime}, generation ${generations}`,
        value: ppl!.mean,
        unit: "tokens",
        note: `± ${ppl!.sd.toPrecision(2)}, one seed before: ${old}; own text ${show(own!)}, types ${show(types!)}; ${seconds.toPrecision(2)} s a run`,
      });
    }
  }
  return { rows };
}

function spread(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}

function show({ mean, sd }: { mean: number; sd: number }): string {
  return `${mean.toPrecision(4)} ± ${sd.toPrecision(2)}`;
}
