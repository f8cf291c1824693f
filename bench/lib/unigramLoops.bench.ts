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
import { againstPeer } from "../againstPeer.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "Chapter 3: 5 unigram loops over Moby-Dick × 30 generations × 212 040 words";

const [runs, generations] = [5, 30];

/** Loops that copy occurrences and loops that draw counts, each beside the same in NumPy. */
export async function bench(): Promise<{ rows: Row[] }> {
  const tokens = tokenize((await mobyDick()).text);
  const book = vocabulary(tokens);
  const text = book.encode(tokens);
  const common = { regime: replace(), generations, runs };
  const options = { vocabularySize: book.size };
  const copying = () =>
    manyLoops({
      ...common,
      family: unigram(options),
      data: text,
      rng: seeded(1),
      read: { alive: ({ model }) => typesAlive(model.parameters.counts) },
    });
  const counting = () =>
    manyLoops({
      ...common,
      family: unigramCounts(options),
      data: TokenCounts.of(book.counts),
      rng: seeded(1),
      read: { alive: ({ model }) => typesAlive(model.parameters.counts) },
    });
  const script = fileURLToPath(new URL("./unigramLoops.py", import.meta.url));
  const lines = [
    { name: "copying words", twin: "copying", run: copying },
    { name: "counts", twin: "multinomial", run: counting },
  ];
  const counts = JSON.stringify(Array.from(book.counts));
  return { rows: await againstPeer(lines, pythonWith("numpy"), script, [runs, generations], counts) };
}
