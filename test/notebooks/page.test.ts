/** The chapters' cells in the worker of a page, in a real browser: the outputs that the build has. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { folderCache } from "../../book/cache.ts";
import { execute } from "../../book/execute.ts";
import { sourcesHash } from "../../book/sourcesHash.ts";
import { importedBy } from "../../kernel/compile/importedBy.ts";
import type { CodeCell, Output } from "../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { buildPageModules } from "../../kernel/pageBuild/buildPageModules.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { pageOf } from "../kernel/page/worker.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { differences } from "./tools/differences.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}notebooks/`;
const chapters = readdirSync(folder).filter((name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name));
const only = process.env.PAGE_CHAPTERS?.split(",") ?? [];
const wasm = dirname(createRequire(join(root, "lib/tensor/")).resolve("@tensorflow/tfjs-backend-wasm"));
/** What does not hold yet, and why. */
const notYet: Readonly<Record<string, string>> = {
  "16": "it imports node:crypto, which a page does not have",
};
const browser = new TestBrowser({ actionMs: 60_000, pageMs: 600_000 });
const out = mkdtempSync(join(tmpdir(), "genloss-page-"));
after(async () => {
  await browser.close();
  rmSync(out, { recursive: true });
});

for (const chapter of chapters.filter((name) => only.length === 0 || only.includes(name.slice(0, 2)))) {
  const todo = notYet[chapter.slice(0, 2)] ?? false;
  test(`${chapter}: its cells give in a page what the build has`, { todo }, async (t) => {
    const path = folder + chapter;
    const cache = folderCache(`${root}book/.cache`);
    const given = { path, sources: await sourcesHash(root), cache, run: runNotebook };
    const { notebook } = await execute(await readNotebook(path), given);
    const cells = notebook.cells.filter(
      (cell): cell is CodeCell => cell.cell_type === "code" && cell.source.trim() !== "",
    );
    const imported = cells.flatMap(({ source }) => importedBy(source));
    const modules = await buildPageModules(imported, folder);
    const files = Object.fromEntries(
      readdirSync(wasm)
        .filter((name) => name.endsWith(".wasm"))
        .map((name) => [name, readFileSync(join(wasm, name))]),
    );
    const page = join(out, `${chapter}.html`);
    writeFileSync(page, await pageOf(modules, files));
    await browser.open(t, pathToFileURL(page).href, {}, async (opened) => {
      const sent = cells.map(({ id, source }) => ({ id, source }));
      const began = performance.now();
      const seen = (await opened.evaluate(
        `runCells(${JSON.stringify(sent)}).then(({ outputs }) => outputs)`,
      )) as Output[][];
      const took = performance.now() - began;
      const found = cells.flatMap((cell, i) => differences(cell, cell.outputs, seen[i]!));
      const equal = cells.filter(
        (cell, i) => JSON.stringify(plain(cell.outputs)) === JSON.stringify(plain(seen[i]!)),
      );
      t.diagnostic(`${equal.length} of ${cells.length} cells equal in bytes; ${(took / 1000).toFixed(1)} s`);
      assert.deepEqual(found, []);
      assert.ok(equal.length >= 0.95 * cells.length);
    });
  });
}

/** Outputs without the count of executions, which a page does not show. */
const plain = (outputs: readonly Output[]): unknown[] =>
  outputs.map(({ ...output }) => ({
    ...output,
    ...("execution_count" in output && { execution_count: null }),
  }));
