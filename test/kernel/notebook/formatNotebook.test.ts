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
