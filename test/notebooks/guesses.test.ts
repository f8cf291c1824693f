/** The book asks for a guess before each of its figures: its pages offer to write it down there. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { roleOf } from "../../course/exercise/readRole.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));
for (const file of readdirSync(folder).filter((name) => name.endsWith(".ipynb")))
  test(`${file}: each figure has a guess of its own before it`, async () => {
    const { cells } = await readNotebook(join(folder, file));
    const parts = cells.map((cell) => ({ id: cell.id, role: roleOf(cell).role }));
    const told = parts.filter(({ role }) => role === "predict" || role === "figure");
    const figures = told.filter(({ role }) => role === "figure");
    assert.ok(figures.length > 0);
    const unasked = told.filter(({ role }, at) => role === "figure" && told[at - 1]?.role !== "predict");
    assert.deepEqual(
      unasked.map(({ id }) => id),
      [],
    );
  });
