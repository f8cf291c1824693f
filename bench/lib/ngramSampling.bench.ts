import { execFileSync } from "node:child_process";
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
  const ours = loopSeconds(ngram(bigram), ids);
  const rows: Row[] = [row("bigram, Jelinek–Mercer", ours, ids.length)];
  const python = pythonWith("numpy");
  if (python) {
    const peer = pythonSeconds(python, vocabularySize, ids);
    rows.push(
      row("  Python, the same chain", peer.python, ids.length),
      { name: "  Python ÷ ours", value: peer.python / ours, unit: "×", note: "above 1: ours is faster" },
      row("  NumPy, 1 000 chains side by side", peer.numpy, ids.length),
      { name: "  NumPy ÷ ours", value: peer.numpy / ours, unit: "×", note: "above 1: ours is faster" },
    );
  } else {
    rows.push({ name: "  Python", value: Number.NaN, unit: "s", note: "not compared: it has no numpy" });
  }
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

function loopSeconds(family: NgramFamily, data: Uint32Array): number {
  return medianOf(repeats, () => {
    const started = performance.now();
    for (const _ of loop({ family, data, regime: replace(), generations, rng: seeded(1) }));
    return (performance.now() - started) / 1000;
  });
}

function pythonSeconds(python: string, size: number, ids: Uint32Array): { python: number; numpy: number } {
  const script = fileURLToPath(new URL("./ngramSampling.py", import.meta.url));
  return JSON.parse(
    execFileSync(python, [script, String(generations), String(repeats)], {
      input: `${size} ${ids.join(" ")}`,
      encoding: "utf8",
    }),
  );
}
