import {
  accumulate,
  type FittedNgram,
  fixedShare,
  fresh,
  loop,
  type NgramFamily,
  perplexity,
  type Regime,
  type Rng,
  replace,
  sentences,
  tokenize,
  vocabulary,
} from "generation-loss";
import { mobyDick } from "generation-loss-data/moby-dick";

/** Moby-Dick as words with "." after each sentence: every tenth sentence set aside, to be predicted. */
export async function mobyDickSplit(): Promise<{
  vocabularySize: number;
  train: Uint32Array;
  held: Uint32Array;
}> {
  const { text } = await mobyDick();
  const all = sentences(text).map((sentence) => [...tokenize(sentence), "."]);
  const { size, encode } = vocabulary(all.flat());
  const train = encode(all.filter((_, i) => i % 10 !== 9).flat());
  const held = encode(all.filter((_, i) => i % 10 === 9).flat());
  return { vocabularySize: size, train, held };
}

/** The four regimes of the language runs: a tenth human, where it is not said otherwise. */
export function languageRegimes(train: Uint32Array): Record<string, () => Regime<Uint32Array>> {
  /** A stretch of the human text from a random place on, around its end. */
  const source = (count: number, rng: Rng): Uint32Array => {
    const from = Math.floor(rng.next() * train.length);
    return Uint32Array.from({ length: count }, (_, i) => train[(from + i) % train.length]!);
  };
  return {
    replace: () => replace(),
    "first 10 % kept": () => fixedShare({ share: 0.1 }),
    "fresh 10 %": () => fresh({ share: 0.1, source }),
    accumulate: () => accumulate(),
  };
}

/** What a loop ends at: perplexity of the held-out text, of the model's own under generation 0, and words it uses. */
export function lastGeneration(options: {
  family: NgramFamily;
  train: Uint32Array;
  held: Uint32Array;
  regime: Regime<Uint32Array>;
  generations: number;
  rng: Rng;
}): { held: number; own: number; types: number } {
  const { family, train, held, regime, generations, rng } = options;
  let first: FittedNgram | undefined;
  let last: FittedNgram | undefined;
  for (const { model } of loop({ family, data: train, regime, generations, rng: rng.split("loop") })) {
    last = model as FittedNgram;
    first ??= last;
  }
  const own = last!.sample(train.length, rng.split("own"));
  return {
    held: perplexity(last!.logProbs(held)),
    own: perplexity(first!.logProbs(own)),
    types: new Set(own).size,
  };
}
