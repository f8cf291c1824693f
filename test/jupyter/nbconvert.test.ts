/** What nbconvert makes of a notebook that ran: a reader without a kernel sees its figures and errors. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { withLanguageInfo } from "../../kernel/notebook/languageInfo.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { code, notebookOf } from "../book/tools/cells.ts";
import { runProgram } from "../tools/runProgram.ts";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";

const jupyter = await findJupyter();

const chart = `({
  $schema: "https://vega.github.io/schema/vega-lite/v5.json",
  description: "Three bars",
  data: { values: [{ x: 1 }, { x: 2 }, { x: 3 }] },
  mark: "bar",
  encoding: { x: { field: "x", type: "ordinal" } },
})`;

test("nbconvert shows a figure and an error's name, words and place in HTML, and makes a script .ts", {
  skip: skipWithout(jupyter),
}, async () => {
  if ("reason" in jupyter) return;
  const folder = await mkdtemp(join(tmpdir(), "nbconvert-"));
  try {
    const path = join(folder, "n.ipynb");
    const cells = [code("chart", chart), code("error", '\nthrow new RangeError("too far")')];
    const run = { path, timeoutMs: 120_000, allowErrors: true };
    const { notebook } = await runNotebook(notebookOf(...cells), run);
    await writeFile(path, formatNotebook(withLanguageInfo(notebook)));
    for (const to of ["html", "script"])
      await runProgram(jupyter.program("jupyter"), ["nbconvert", "--to", to, path]);
    const html = await readFile(join(folder, "n.html"), "utf8");
    assert.match(html, /data:image\/svg\+xml|<svg[^>]*>[\s\S]*<\/svg>/, "the figure");
    assert.match(html.replace(/<[^>]+>/g, ""), /RangeError: too far[\s\S]*line 2/, "the error");
    assert.match(await readFile(join(folder, "n.ts"), "utf8"), /RangeError\("too far"\)/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
