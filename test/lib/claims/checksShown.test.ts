// A learner sees each check that passed: those before a cell's last, and those before the one that failed.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { CodeCell } from "../../../kernel/notebook/notebook.ts";
import { runNotebook } from "../../../kernel/run/runNotebook.ts";

const path = join(fileURLToPath(new URL("../../../notebooks/", import.meta.url)), "checks.ipynb");

/** What the cells show of a check, in order. */
async function shown(...sources: string[]): Promise<string[]> {
  const cells = sources.map(
    (source, i): CodeCell => ({
      ...{ cell_type: "code", id: `c${i}`, metadata: {}, source, outputs: [], execution_count: null },
    }),
  );
  const given = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
  const { notebook } = await runNotebook(given, { path, allowErrors: true });
  return notebook.cells.flatMap((cell) =>
    cell.cell_type !== "code"
      ? []
      : cell.outputs.map((output) => {
          if (output.output_type === "error") return String(output.evalue).split("\n")[0]!;
          return "data" in output ? String(output.data["text/plain"]) : output.output_type;
        }),
  );
}

test("every check that is a statement of its cell is shown, once", async () => {
  const begin = 'import { check } from "generation-loss";';
  assert.deepEqual(
    await shown(
      begin,
      'check("one", 1, 1);\ncheck("two", 2, 2);\ncheck("three", 3, 3)',
      'check("four", 4, 4);\ncheck("five", 5, 6);\ncheck("six", 6, 6);',
      'for (const i of [1, 2]) check("in a loop", i, i);\nconst held = check("held", 7, 7);',
    ),
    ["✓ one", "✓ two", "✓ three", "✓ four", "Not yet: five"],
  );
});
