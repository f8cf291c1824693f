/** A cell that is looked at beside a program has the same findings as in a program of its own. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CellLanguage } from "../../../kernel/check/cellLanguage.ts";
import { CellProgram } from "../../../kernel/check/cellProgram.ts";
import { diskPlace } from "../../../kernel/check/diskPlace.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";

const notebooks = fileURLToPath(new URL("../../../notebooks/", import.meta.url));

/** The same cell, which has to have a program of its own: see `CellProgram.suits`. */
const apart = (source: string): string => `${source}\n/// apart`;

/** The cell with mistakes of several kinds in it. */
const spoilt = (source: string): string[] => [
  source,
  source.replace(/\d+/, '"a text"'),
  source.replace(/\.(\w+)/, ".$1Not"),
  source.replace(/\b(\w{5,})\(/, "$1Not("),
  `${source}\nconst wrong: string = 1; nowhere; // @ts-expect-error\n`,
];

for (const chapter of ["01-a-photocopy-of-a-photocopy.ipynb"])
  test(`of the cells of ${chapter}, as they stand and spoilt, it finds the same`, async () => {
    const { cells } = await readNotebook(`${notebooks}${chapter}`);
    const language = new CellLanguage(diskPlace(notebooks));
    let [looked, found] = [0, 0];
    for (const cell of cells) {
      if (cell.cell_type !== "code") continue;
      for (const source of spoilt(cell.source)) {
        if (!CellProgram.suits(source)) continue;
        const beside = language.diagnostics(source);
        assert.deepEqual(beside, language.diagnostics(apart(source)), source);
        looked += 1;
        found += beside.length;
      }
      language.add(cell.source);
    }
    assert.ok(looked > 30 && found > looked, `${looked} cells, ${found} findings`);
  });

test("one mistake that is made twice is told twice", () => {
  const language = new CellLanguage(diskPlace(notebooks));
  for (let time = 0; time < 3; time++) assert.equal(language.diagnostics("nowhere").length, 1);
});

test("a name that is declared again has its new type, and one of a cell in between the old", () => {
  const language = new CellLanguage(diskPlace(notebooks));
  language.add("const n = 1");
  language.add("const held = () => ({ n })");
  assert.deepEqual(language.diagnostics("n.toFixed(); held().n.toFixed()"), []);
  language.add("const n = 'one'");
  assert.equal(language.diagnostics("n.toFixed()").length, 1);
  assert.deepEqual(language.diagnostics("n.trim(); held().n.toFixed()"), []);
  const cells = ["const n = true", "const held = () => ({ n })"];
  language.restart(cells);
  assert.equal(language.diagnostics("held().n.toFixed()").length, 1, "what stands above has changed");
});

test("a file of the author's own that was edited is read anew", async () => {
  const folder = mkdtempSync(join(tmpdir(), "own-"));
  try {
    writeFileSync(join(folder, "own.ts"), "export const given = 1;\n");
    const language = new CellLanguage(diskPlace(folder));
    language.add('import { given } from "./own.ts"');
    assert.deepEqual(language.diagnostics("given.toFixed()"), []);
    await pause(300);
    writeFileSync(join(folder, "own.ts"), "export const given = 'one';\n");
    assert.equal(language.diagnostics("given.toFixed()").length, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
