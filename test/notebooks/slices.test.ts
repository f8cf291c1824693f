/** A cell, run with the cells that it stands on alone, gives what it gives in the whole chapter. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { folderCache } from "../../book/cache.ts";
import { execute } from "../../book/execute.ts";
import { sourcesHash } from "../../book/sourcesHash.ts";
import { ts } from "../../kernel/check/typescript.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { code, notebookOf } from "../book/tools/cells.ts";
import { keyOf, ranBefore } from "../tools/ranBefore.ts";
import { outputsApart } from "./outputsApart.ts";
import { ownSlices } from "./ownSlices.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}notebooks/`;
const chapters = readdirSync(folder)
  .filter((name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name))
  .sort();
assert.ok(chapters.length >= 2, "the chapters are where this test looks");
const held = ranBefore(fileURLToPath(new URL("./sliced.json", import.meta.url)));
/** Runs the slices of every chapter, also of one whose slices held as it stands. */
const all = process.env.SLICES === "all";
/** The book's own: the whole chapter is the run that the book shows. */
const cache = folderCache(`${root}book/.cache`);

for (const [about, sources, slices] of [
  ["one that is no beginning of the notebook", ["const n = 1", "let k = 2", "n"], ["b", "a c"]],
  ["none with which another begins", ["const n = 1", "let k = 2", "const m = n", "m"], ["b", "a c d"]],
  [
    "one whose cells another holds",
    ["const n = 1", "const m = 2", "let k = m", "m", "n + m"],
    ["b c", "b d", "a b e"],
  ],
  ["none that is the notebook itself", ["const n = 1", "const m = n", "m"], []],
] as const) {
  test(`a run of its own takes ${about}`, () => {
    const cells = sources.map((source, place) => ({ id: "abcde"[place]!, source }));
    assert.deepEqual(
      ownSlices(cells).map((ids) => ids.join(" ")),
      slices,
    );
  });
}

test("a cell that draws from a shared stream gives something else alone", async () => {
  const path = `${folder}shared.ipynb`;
  const notebook = notebookOf(
    code("stream", 'import { seeded } from "generation-loss";\nconst rng = seeded(1);'),
    code("first", "rng.next()"),
    code("own", 'rng.split("own").next()'),
    code("shared", "rng.next()"),
  );
  const { notebook: whole } = await runNotebook(notebook, { path });
  assert.deepEqual(await outputsApart(whole, ["stream", "own"], path), []);
  const [said, ...more] = await outputsApart(whole, ["stream", "shared"], path);
  assert.match(said ?? "", /^shared gives /);
  assert.deepEqual(more, []);
});

/** How many slices of a chapter without a record run in CI. */
const sampled = 4;

/** The slices in an order that the key decides. */
const drawn = (slices: readonly (readonly string[])[], key: string): (readonly string[])[] =>
  slices.toSorted((a, b) => (keyOf([key, a]) < keyOf([key, b]) ? -1 : 1));

// A chapter's slices take minutes. Those that held hold again while the chapter's code and its slices stay: what a cell
// does to another that no name tells of is in that code, for the library keeps no state.
for (const chapter of chapters) {
  test(`${chapter}: slices give what the whole gives, or did so as it stands`, async (t) => {
    const path = folder + chapter;
    const notebook = await readNotebook(path);
    const cells = notebook.cells.filter((cell) => cell.cell_type === "code");
    const slices = ownSlices(cells, () => ts);
    const key = keyOf([slices, cells.map(({ id, source, metadata }) => [id, source, metadata.tags ?? []])]);
    if (!all && held.has(chapter, key)) {
      t.diagnostic("Its slices held with this code; SLICES=all runs them again.");
      return;
    }
    const sources = await sourcesHash(root);
    const { notebook: whole, failure } = await execute(notebook, { path, sources, cache, run: runNotebook });
    assert.equal(failure, undefined);
    // In CI, where nobody waits for minutes a chapter: other ones with each change of the code.
    const isSample = process.env.CI !== undefined && !all;
    const chosen = isSample ? drawn(slices, key).slice(0, sampled) : slices;
    if (isSample)
      t.diagnostic(`${chosen.length} of ${slices.length} slices: run all outside CI and commit sliced.json.`);
    let same = 0;
    for (const ids of chosen) {
      await t.test(`${ids.at(-1)}, with ${ids.length - 1} other cells`, async () => {
        assert.deepEqual(await outputsApart(whole, ids, path), []);
        same += 1;
      });
    }
    if (!isSample && same === slices.length) held.note(chapter, key, chapters);
  });
}
