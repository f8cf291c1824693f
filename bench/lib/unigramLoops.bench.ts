import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  manyLoops,
  replace,
  seeded,
  TokenCounts,
  tokenize,
  typesAlive,
  unigram,
  unigramCounts,
  vocabulary,
} from "generation-loss";
import { mobyDick } from "generation-loss-data/moby-dick";
import { medianOf } from "../medianOf.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "Chapter 3: 5 unigram loops over Moby-Dick × 30 generations × 212 040 words";

const [runs, generations] = [5, 30];
const repeats = 5;

/** Loops that copy occurrences and loops that draw counts, each beside the same in NumPy. */
export async function bench(): Promise<{ rows: Row[] }> {
  const tokens = tokenize((await mobyDick()).text);
  const book = vocabulary(tokens);
  const text = book.encode(tokens);
  const common = { regime: replace(), generations, runs };
  const options = { vocabularySize: book.size };
  const copying = medianOf(repeats, () =>
    seconds(() =>
      manyLoops({
        ...common,
        family: unigram(options),
        data: text,
        rng: seeded(1),
        read: { alive: ({ model }) => typesAlive(model.parameters.counts) },
      }),
    ),
  );
  const counting = medianOf(repeats, () =>
    seconds(() =>
      manyLoops({
        ...common,
        family: unigramCounts(options),
        data: TokenCounts.of(book.counts),
        rng: seeded(1),
        read: { alive: ({ model }) => typesAlive(model.parameters.counts) },
      }),
    ),
  );
  const note = `median of ${repeats}`;
  const rows: Row[] = [
    { name: "generation-loss, unigram (copies words)", value: copying, unit: "s", note },
    { name: "generation-loss, unigramCounts", value: counting, unit: "s", note },
  ];
  const python = pythonWith("numpy");
  if (!python) {
    rows.push({ name: "NumPy", value: Number.NaN, unit: "s", note: "not compared: Python has no numpy" });
    return { rows };
  }
  const script = fileURLToPath(new URL("./unigramLoops.py", import.meta.url));
  const output = execFileSync(python, [script, runs, generations, repeats].map(String), {
    input: JSON.stringify(Array.from(book.counts)),
  }).toString();
  const [copied, drawn] = output.trim().split("\n").map(Number) as [number, number];
  rows.push(
    { name: "NumPy, copies words", value: copied, unit: "s", note },
    { name: "NumPy, multinomial", value: drawn, unit: "s", note },
    { name: "NumPy ÷ ours, copying", value: copied / copying, unit: "×", note: "above 1: ours is faster" },
    { name: "NumPy ÷ ours, counts", value: drawn / counting, unit: "×", note: "above 1: ours is faster" },
  );
  return { rows };
}

function seconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}
