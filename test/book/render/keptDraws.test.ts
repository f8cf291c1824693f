// What was found in a chapter's cells is taken from the cache as long as no code of it has changed.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { folderCache } from "../../../book/cache.ts";
import { keptDraws } from "../../../book/render/keptDraws.ts";
import type { CodeCell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { code, notebookOf, prose } from "../tools/cells.ts";
import { contextOf } from "../tools/context.ts";
import { project } from "../tools/project.ts";

test("a stream that becomes shared is found, and one that was shared is told again", async () => {
  await using files = await project();
  const cell = code("cell", "rng.next()", []) as CodeCell;
  const found = (notebook: Notebook): Promise<readonly string[]> => {
    const context = contextOf({ cache: folderCache(join(files.root, "book/.cache")) });
    return keptDraws(cell, { ...context, chapter: { ...context.chapter, notebook } });
  };
  const shared = (): Notebook =>
    notebookOf(prose("title", "# One"), code("setup", "const rng = seeded(1);", []), cell);
  assert.deepEqual(await found(notebookOf(prose("title", "# One"), cell)), []);
  for (const _ of ["fresh", "kept"]) assert.deepEqual(await found(shared()), ["rng.next()"]);
  assert.deepEqual(await found(notebookOf(prose("title", "# One"), cell)), []);
});
