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
import { liveCells } from "../../book/live/liveChapter.ts";
import { unpackLive } from "../../book/live/unpackLive.ts";
import { sourcesHash } from "../../book/sourcesHash.ts";
import { importedBy } from "../../kernel/compile/importedBy.ts";
import type { CodeCell, Output } from "../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import type { PageCell } from "../../kernel/page/pageCell.ts";
import { buildPageModules } from "../../kernel/pageBuild/buildPageModules.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { pageOf, serve } from "../kernel/page/worker.ts";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { differences } from "./tools/differences.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}notebooks/`;
const chapters = readdirSync(folder).filter((name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name));
const only = process.env.PAGE_CHAPTERS?.split(",") ?? [];
/**
 * Each chapter in Chromium, from a folder and from a server in turn; some in Firefox, whose numbers may come slowly.
 * `PAGE_HOSTS=all`: every chapter in both, from both.
 */
const isWhole = process.env.PAGE_HOSTS === "all";
const alsoInFirefox: readonly string[] = ["05"];
const wasm = dirname(createRequire(join(root, "lib/tensor/")).resolve("@tensorflow/tfjs-backend-wasm"));
const browsers = new BothBrowsers(600_000);
const out = mkdtempSync(join(tmpdir(), "genloss-page-"));
after(async () => {
  await browsers.close();
  rmSync(out, { recursive: true });
});

/** The build's cells of a chapter, and a page of one file that can run them. */
async function pageFor(chapter: string): Promise<{
  readonly cells: readonly CodeCell[];
  readonly sent: readonly PageCell[];
  readonly html: string;
}> {
  const path = folder + chapter;
  const cache = folderCache(`${root}book/.cache`);
  const given = { path, sources: await sourcesHash(root), cache, run: runNotebook };
  const { notebook } = await execute(await readNotebook(path), given);
  const cells = notebook.cells.filter(
    (cell): cell is CodeCell => cell.cell_type === "code" && cell.source.trim() !== "",
  );
  const modules = await buildPageModules(
    cells.flatMap(({ source }) => importedBy(source)),
    folder,
  );
  const files = Object.fromEntries(
    readdirSync(wasm)
      .filter((name) => name.endsWith(".wasm"))
      .map((name) => [name, readFileSync(join(wasm, name))]),
  );
  // As the book's pages send them: compiled by the build.
  const sent = liveCells(notebook).map(({ id, compiled }, place): PageCell => {
    const source = cells[place]!.source.trimEnd();
    assert.equal(id, cells[place]!.id);
    assert.ok(compiled, `${id} comes compiled`);
    return { id, source, compiled: unpackLive(compiled, source) };
  });
  return { cells, sent, html: await pageOf(modules, files) };
}

/** Where a page comes from, and the hosts of the four kinds. */
const places = ["file", "http"] as const;
const hosts = [...browsers].flatMap((browser) => places.map((place) => ({ browser, place })));

for (const [index, chapter] of chapters.entries()) {
  if (only.length > 0 && !only.includes(chapter.slice(0, 2))) continue;
  for (const { browser, place } of hosts) {
    const isItsTurn =
      place === places[index % places.length] &&
      (browser.name === "Chromium" || alsoInFirefox.includes(chapter.slice(0, 2)));
    if (!isWhole && !isItsTurn) continue;
    test(`${chapter}: its cells give in ${browser.name}, by ${place}, what the build has`, async (t) => {
      const { cells, sent, html } = await pageFor(chapter);
      const path = join(out, `${chapter}.html`);
      writeFileSync(path, html);
      const served = place === "http" ? await serve(html) : undefined;
      await browser.open(t, served?.url ?? pathToFileURL(path).href, async (opened) => {
        const began = performance.now();
        const seen = (await opened.evaluate(
          `runCells(${JSON.stringify(sent)}).then(({ outputs }) => outputs)`,
        )) as Output[][];
        const took = performance.now() - began;
        const found = cells.flatMap((cell, i) => differences(cell, cell.outputs, seen[i]!));
        const equal = cells.filter(
          (cell, i) => JSON.stringify(plain(cell.outputs)) === JSON.stringify(plain(seen[i]!)),
        );
        t.diagnostic(
          `${equal.length} of ${cells.length} cells equal in bytes; ${(took / 1000).toFixed(1)} s`,
        );
        assert.deepEqual(found, []);
        assert.ok(equal.length >= 0.95 * cells.length);
      });
      served?.close();
      assert.deepEqual(served?.asked ?? [], [], "the page holds all that it needs");
    });
  }
}

/** Outputs without the count of executions, which a page does not show. */
const plain = (outputs: readonly Output[]): unknown[] =>
  outputs.map(({ ...output }) => ({
    ...output,
    ...("execution_count" in output && { execution_count: null }),
  }));
