/** In JupyterLab every cell is checked by TypeScript, and in a page as it is edited: of a chapter as it stands, starters included, it has nothing to say. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { CellLanguage } from "../../kernel/check/cellLanguage.ts";
import { diskPlace } from "../../kernel/check/diskPlace.ts";
import { importedBy } from "../../kernel/compile/importedBy.ts";
import type { Cell } from "../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { tablePlace } from "../../kernel/page/tablePlace.ts";
import { collectTypes } from "../../kernel/pageBuild/collectTypes.ts";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));

/** What TypeScript says of a chapter's cells, each after those above it. */
function mistakesIn(cells: readonly Cell[], language: CellLanguage): string[] {
  return cells
    .filter(({ cell_type }) => cell_type === "code")
    .flatMap(({ id, source }) => {
      const ofCell = language.diagnostics(source);
      language.add(source);
      return ofCell.map(({ line, message }) => `${id}, line ${line}: ${message}`);
    });
}

const importsOf = (cells: readonly Cell[]): string[] =>
  cells.flatMap((cell) => (cell.cell_type === "code" ? importedBy(cell.source) : []));

const files = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const chapters = await Promise.all(files.map(async (file) => (await readNotebook(`${folder}${file}`)).cells));
const held = [...new Set(chapters.flatMap(importsOf))];
const { options, entries, packs, needs } = collectTypes(held, folder);

test("all that chapters import has types in a page", () => {
  assert.deepEqual(Object.keys(entries).sort(), held.toSorted());
});

for (const [at, file] of files.entries()) {
  test(`${file} has no type error in Jupyter, nor in a page`, () => {
    const cells = chapters[at]!;
    assert.deepEqual(mistakesIn(cells, new CellLanguage(diskPlace(folder))), []);

    const own = new Set(["", ...importsOf(cells)].flatMap((specifier) => needs[specifier] ?? []));
    const ofPage = [...own].map((name) => packs[name]!);
    const inPage = new CellLanguage(tablePlace({ options, entries, held }, ofPage));
    assert.deepEqual(mistakesIn(cells, inPage), []);
    const [first] = cells.filter(({ cell_type, source }) => cell_type === "code" && /import \{/.test(source));
    const wrong = `${first?.source}\nconst wrong: number = "no";`;
    assert.equal(inPage.diagnostics(wrong).length, 1, "it has eyes");
  });
}
