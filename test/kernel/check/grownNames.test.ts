import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { CellLanguage } from "../../../kernel/check/cellLanguage.ts";
import { diskPlace } from "../../../kernel/check/diskPlace.ts";

const folder = fileURLToPath(new URL("../../../notebooks/", import.meta.url));

for (const [what, cells, signature] of [
  [
    "an array that its cell has filled",
    ["const xs = [];\nfor (const i of [1, 2]) xs.push({ i });", "xs.map(({ i }) => i + 1)"],
    "const xs: { i: number; }[]",
  ],
  [
    "an array that a later cell fills",
    ["const xs = [];", "xs.push(1);", "xs.map((x) => x + 1)"],
    "const xs: any[]",
  ],
  ["a variable that its cell has set", ["let xs;\nxs = 5;", "xs.toFixed(); xs = 6;"], "let xs: number"],
  ["a variable that a later cell sets", ["let xs = null;", "xs = 5;", "xs.toFixed()"], "let xs: any"],
  [
    "a variable with a type",
    ["let xs: string | null = null;", 'xs = "a";', "xs?.at(0)"],
    "let xs: string | null",
  ],
] as const) {
  test(`${what} has its type in later cells, and no finding`, () => {
    const language = new CellLanguage(diskPlace(folder));
    for (const cell of cells) {
      assert.deepEqual(language.diagnostics(cell), [], cell);
      language.add(cell);
    }
    assert.equal(language.inspect("xs", 1)?.signature.replace(/\s+/g, " "), signature);
  });
}
