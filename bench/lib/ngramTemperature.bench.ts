import {
  characters,
  jelinekMercer,
  loop,
  type NgramOptions,
  ngram,
  replace,
  seeded,
  temperature,
  tokenize,
  vocabulary,
  wittenBell,
} from "generation-loss";
import { mobyDick } from "generation-loss-data/moby-dick";
import { middle } from "../middle.ts";
import type { Row } from "../run.ts";

export const title = "n-gram replace loops on Moby-Dick with a temperature, against the same loops without";

const [generations, repeats] = [8, 3];
const temperatures = [0.7, 1.3];

/** Loops with and without a temperature in turn, so that what else the machine does befalls both; the middle ratio. */
export async function bench(): Promise<{ rows: Row[] }> {
  const { text } = await mobyDick();
  const words = vocabulary(tokenize(text));
  const letters = vocabulary(characters(text));
  const ids = words.encode(tokenize(text));
  const letterIds = letters.encode(characters(text));
  const bigram = {
    order: 2,
    vocabularySize: words.size,
    smoothing: jelinekMercer({ weights: [0.02, 0.38, 0.6] }),
  };
  const trigram = { order: 3, vocabularySize: words.size, smoothing: wittenBell() };
  const letterTrigram = { order: 3, vocabularySize: letters.size, smoothing: wittenBell() };
  return {
    rows: [
      ...against("bigram, Jelinek–Mercer", bigram, ids),
      ...against("trigram, Witten–Bell", trigram, ids),
      ...against("trigram of characters, Witten–Bell", letterTrigram, letterIds),
    ],
  };
}

function against(name: string, options: NgramOptions, data: Uint32Array): Row[] {
  const plain: number[] = [];
  const ratios = temperatures.map((): number[] => []);
  for (let i = 0; i < repeats; i += 1) {
    const without = loopSeconds(options, data);
    plain.push(without);
    for (const [j, T] of temperatures.entries()) {
      ratios[j]!.push(loopSeconds({ ...options, decode: temperature(T) }, data) / without);
    }
  }
  return [
    { name, value: middle(plain), unit: "s" },
    ...temperatures.map(
      (T, j): Row => ({
        name: `  temperature ${T} ÷ plain`,
        value: middle(ratios[j]!),
        unit: "×",
        note: "2 aimed at",
      }),
    ),
  ];
}

function loopSeconds(options: NgramOptions, data: Uint32Array): number {
  const started = performance.now();
  for (const _ of loop({ family: ngram(options), data, regime: replace(), generations, rng: seeded(1) }));
  return (performance.now() - started) / 1000;
}
