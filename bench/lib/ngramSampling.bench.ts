import { fileURLToPath } from "node:url";
import {
  characters,
  jelinekMercer,
  loop,
  type NgramFamily,
  ngram,
  nucleus,
  replace,
  seeded,
  tokenize,
  unsmoothed,
  vocabulary,
  wittenBell,
} from "generation-loss";
import { mobyDick } from "generation-loss-data/moby-dick";
import { againstPeer } from "../againstPeer.ts";
import { medianOf } from "../medianOf.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "Chapter 7: n-gram replace loops on Moby-Dick, fit and write, 8 generations";

const [generations, repeats] = [8, 5];
const weights = [0.02, 0.38, 0.6];

/** The bigram loop beside two ways to write it in Python, in one run; and our other models by themselves. */
export async function bench(): Promise<{ rows: Row[] }> {
  const { text } = await mobyDick();
  const words = vocabulary(tokenize(text));
  const ids = words.encode(tokenize(text));
  const letters = vocabulary(characters(text));
  const letterIds = letters.encode(characters(text));
  const vocabularySize = words.size;

  const bigram = { order: 2, vocabularySize, smoothing: jelinekMercer({ weights }) };
  const run = () => runLoop(ngram(bigram), ids);
  const lines = [
    { name: "bigram, Jelinek–Mercer, beside 1 000 chains in NumPy", twin: "numpy", run },
    { name: "  beside the same chain in Python", twin: "python", run },
  ];
  const script = fileURLToPath(new URL("./ngramSampling.py", import.meta.url));
  const numbered = `${vocabularySize} ${ids.join(" ")}`;
  const rows: Row[] = await againstPeer(lines, pythonWith("numpy"), script, [generations], numbered);
  const trigram = { order: 3, vocabularySize, smoothing: wittenBell() };
  const decoded = { ...bigram, decode: nucleus(0.9) };
  const fiveGram = { order: 5, vocabularySize: letters.size, smoothing: unsmoothed() };
  rows.push(
    row("trigram, Witten–Bell", loopSeconds(ngram(trigram), ids), ids.length),
    row("bigram, Jelinek–Mercer, nucleus 0.9", loopSeconds(ngram(decoded), ids), ids.length),
    row("5-gram of characters, unsmoothed", loopSeconds(ngram(fiveGram), letterIds), letterIds.length),
  );
  return { rows };
}

function row(name: string, seconds: number, tokens: number): Row {
  const rate = (generations * tokens) / seconds / 1e6;
  return { name, value: seconds, unit: "s", note: `${rate.toPrecision(2)} million tokens/s` };
}

function runLoop(family: NgramFamily, data: Uint32Array): void {
  for (const _ of loop({ family, data, regime: replace(), generations, rng: seeded(1) }));
}

function loopSeconds(family: NgramFamily, data: Uint32Array): number {
  return medianOf(repeats, () => {
    const started = performance.now();
    runLoop(family, data);
    return (performance.now() - started) / 1000;
  });
}
