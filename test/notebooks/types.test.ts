/** In JupyterLab every cell is checked by TypeScript: of a chapter as it stands, starters included, it has nothing to say. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { CellLanguage } from "../../kernel/check/cellLanguage.ts";
import { diskPlace } from "../../kernel/check/diskPlace.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));

for (const file of readdirSync(folder).filter((name) => name.endsWith(".ipynb"))) {
  test(`${file} has no type error`, async () => {
    const { cells } = await readNotebook(`${folder}${file}`);
    const language = new CellLanguage(diskPlace(folder));
    const found = cells
      .filter(({ cell_type }) => cell_type === "code")
      .flatMap(({ id, source }) => {
        const ofCell = language.diagnostics(source);
        language.add(source);
        return ofCell.map(({ line, message }) => `${id}, line ${line}: ${message}`);
      });
    assert.deepEqual(found, []);
  });
}
