import { describe, test } from "node:test";
import type { CodeCell } from "../../../kernel/notebook/notebook.ts";
import { runNotebook } from "../../../kernel/run/runNotebook.ts";
import { assertAsWritten, idOf, observe } from "./observe.ts";
import { type CorpusNotebook, type Expected, notebookPath, readCorpus } from "./readCorpus.ts";

describe("in a process of its own,", { concurrency: 2 }, () => {
  for (const notebook of readCorpus())
    test(notebook.title, async () => assertAsWritten(notebook, await run(notebook)));
});

async function run({ cells }: CorpusNotebook): Promise<Expected[]> {
  const code = cells.map(
    ({ source }, index): CodeCell => ({
      cell_type: "code",
      id: idOf(index),
      source,
      metadata: {},
      execution_count: null,
      outputs: [],
    }),
  );
  const given = { cells: code, metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
  const { notebook } = await runNotebook(given, { path: notebookPath, allowErrors: true, timeoutMs: 20_000 });
  return notebook.cells.map((cell) => observe(cell.cell_type === "code" ? cell.outputs : [], cell.id));
}
