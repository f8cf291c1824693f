import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../../kernel/notebook/notebook.ts";
import { parseNotebook } from "../../../kernel/notebook/parseNotebook.ts";

const golden = readFileSync(new URL("./golden.ipynb", import.meta.url), "utf8");

test("formatNotebook() writes what Jupyter's nbformat writes, byte for byte", () => {
  assert.equal(formatNotebook(parseNotebook(golden, "golden.ipynb")), golden);
});

test("parseNotebook() reads back what formatNotebook() wrote", () => {
  const notebook: Notebook = {
    cells: [
      { cell_type: "markdown", id: "m", source: "a\nb\n", metadata: {}, attachments: { "x.png": {} } },
      {
        cell_type: "code",
        id: "c",
        source: "\n\nconst text = `</script>\r`\n",
        metadata: { tags: ["t"], nbgrader: { schema_version: 3 } },
        execution_count: null,
        outputs: [
          { output_type: "stream", name: "stdout", text: "\u2028\r\n\n" },
          { output_type: "display_data", data: { "text/plain": "" }, metadata: {} },
        ],
      },
    ],
    metadata: { order: { b: 1, a: 2 } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  assert.deepEqual(parseNotebook(formatNotebook(notebook), "x"), notebook);
});

test("formatNotebook() writes the same text again for what it wrote", () => {
  const once = formatNotebook(parseNotebook(golden, "golden.ipynb"));
  assert.equal(formatNotebook(parseNotebook(once, "once")), once);
});

/** As nbformat decides: `text/…` and two others are kept as lines. */
const kept = {
  lines: ["text/plain", "text/html", "text/latex", "text/x-own", "application/javascript", "image/svg+xml"],
  text: ["image/png", "image/svg", "application/javascript+x", "application/text/plain", "x-text/plain"],
};
for (const [how, mimes] of Object.entries(kept))
  for (const mime of mimes)
    test(`formatNotebook() keeps ${mime} as ${how}, and what is no text as it is`, () => {
      const written = (value: unknown): unknown => {
        const output = { output_type: "display_data", data: { [mime]: value }, metadata: {} } as const;
        const cell = { cell_type: "code", id: "a", source: "", metadata: {}, execution_count: null } as const;
        const notebook = { cells: [{ ...cell, outputs: [output] }], metadata: {}, nbformat: 4 } as const;
        const { cells } = JSON.parse(formatNotebook({ ...notebook, nbformat_minor: 5 }));
        return cells[0].outputs[0].data[mime];
      };
      assert.deepEqual(written("a\nb\n"), how === "lines" ? ["a\n", "b\n"] : "a\nb\n");
      assert.deepEqual(written({ a: ["x\n"] }), { a: ["x\n"] });
    });

test("formatNotebook() says the version that has cell ids, and keeps a later one", () => {
  const versionOf = (nbformat_minor: number): number =>
    JSON.parse(formatNotebook({ cells: [], metadata: {}, nbformat: 4, nbformat_minor })).nbformat_minor;
  assert.deepEqual([2, 5, 6].map(versionOf), [5, 5, 6]);
});
