// A reader sees every claim that a cell makes, and not the last alone: what the library asks for, the kernel does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { claimType } from "../../book/render/claimFacts.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { code, notebookOf } from "../book/tools/cells.ts";

const path = fileURLToPath(new URL("../../notebooks/seen.ipynb", import.meta.url));

/** What a cell shows, in order: claims by their sentence, all else by its text. */
async function seenOf(source: string): Promise<unknown[]> {
  const setup = `import { claim, table } from "generation-loss";
const holds = (sentence: string) => claim(sentence, 1, { law: 1, tolerance: 0, exact: true });`;
  const { notebook, failure } = await runNotebook(notebookOf(code("setup", setup), code("cell", source)), {
    path,
  });
  assert.equal(failure, undefined);
  const [, cell] = notebook.cells;
  assert.ok(cell?.cell_type === "code");
  return cell.outputs.map((output) => {
    assert.ok("data" in output);
    const claim = output.data[claimType] as { sentence: string } | undefined;
    return claim?.sentence ?? output.data["text/plain"];
  });
}

for (const [about, source, seen] of [
  ["each claim of a cell", 'holds("one");\nholds("two")\nholds("three")', ["one", "two", "three"]],
  ["a claim before another value", 'holds("one");\n7', ["one", "7"]],
  ["a claim before a declaration", 'holds("one");\nconst n = 7', ["one"]],
  ["a claim once, however it is shown", 'display(holds("one"));\nholds("two")', ["one", "two"]],
  [
    "of many claims in a loop none but the last one outside",
    'for (const s of ["a", "b"]) holds(s);\nholds("c")',
    ["c"],
  ],
  ["of claims that make a table the table", '[holds("one")].map(({ sentence }) => sentence).length', ["1"]],
] as const)
  test(`a reader sees ${about}`, async () => assert.deepEqual(await seenOf(source), seen));
