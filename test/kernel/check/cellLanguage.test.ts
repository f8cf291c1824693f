// What TypeScript tells of cells, asked directly; in a kernel the tests of `test/jupyter/` ask it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { CellLanguage } from "../../../kernel/check/cellLanguage.ts";
import { diskPlace } from "../../../kernel/check/diskPlace.ts";

const folder = fileURLToPath(new URL("../corpus/fixtures/", import.meta.url));
const language = new CellLanguage(diskPlace(folder));
for (const cell of [
  "const Total = 1; let total = 2; const other: string = 'x'",
  "/** Twice it. */\nfunction double(n: number) { return 2 * n }",
  'import { answer as theAnswer, type Shape } from "./beside.ts"',
  "interface Point { x: number }",
])
  language.add(cell);

const findings = (source: string): string[] =>
  language.diagnostics(source).map(({ code, line, column, length }) => `${code} ${line}:${column}+${length}`);

describe("what is wrong stands at its line and column, from 1", () => {
  for (const [source, found] of [
    ["nowhere", ["2304 1:1+7"]],
    ["  nowhere", ["2304 1:3+7"]],
    ["1\n\n  nowhere", ["2304 3:3+7"]],
    ["const s: string = other; const n: number = other", ["2322 1:32+1"]],
    ["'🙂'; nowhere", ["2304 1:7+7"]],
    ["1\r\n nowhere", ["2304 2:2+7"]],
  ] as const)
    test(JSON.stringify(source), () => assert.deepEqual(findings(source), found));
});

describe("nothing is wrong with", () => {
  for (const source of [
    "await 0; const unused = 1",
    "double(total) + theAnswer",
    "total = 5",
    "const total = 'another type'; total.length",
    "const p: Point = { x: theAnswer }; const s: Shape = { area: 1 }",
    "import x from 'npm:nowhere'",
    "/** @deprecated */ let old = 1; old",
  ])
    test(source, () => assert.deepEqual(findings(source), []));
});

test("a name that an earlier cell imported under another goes by the other", () => {
  assert.deepEqual(findings("theAnswer + 1"), []);
  assert.deepEqual(findings("answer + 1"), ["2304 1:1+6"]);
});

test("an earlier const must not be assigned to, a let may", () => {
  assert.deepEqual(findings("total = 3"), []);
  assert.deepEqual(findings("Total = 3"), ["2588 1:1+5"]);
});

const completed = (source: string, offset = source.length): { names: string[]; span: number[] } => {
  const { start, end, entries } = language.completions(source, offset);
  return { names: entries.map(({ name }) => name), span: [start, end] };
};

for (const typed of ["tot", "Tot", "TOT"])
  test(`names fit however their letters are written: ${typed}`, () => {
    const { names, span } = completed(`1 + ${typed}`);
    assert.ok(names.includes("Total") && names.includes("total"), names.join());
    assert.ok(names.every((name) => name.toLowerCase().startsWith("tot")));
    assert.deepEqual(span, [4, 7]);
  });

test("a place within a word is completed to the word's end, by what stands before it", () => {
  const { names, span } = completed("Math.maximum", "Math.ma".length);
  assert.deepEqual(names, ["max"]);
  assert.deepEqual(span, [5, 12]);
});

test("members are completed behind a full stop, and no names of cells", () => {
  const { names } = completed("other.");
  assert.ok(names.includes("length") && !names.includes("total"));
});

test("to inspect a name gives its type and the words of the cell that declared it", () => {
  assert.deepEqual(language.inspect("double(1)", 2), {
    signature: "function double(n: number): number",
    documentation: "Twice it.",
  });
  assert.match(language.inspect("double( ", 8)?.signature ?? "", /^double\(n: number\): number$/);
  assert.equal(language.inspect("   ", 1), undefined);
});

test("what a failed cell would have imported is not told again, until a cell declares it", () => {
  language.addFailed('import { lost, type Kind } from "nowhere"');
  assert.deepEqual(findings("const k: Kind = lost(1).anything"), []);
  language.addFailed("class Failure {}"); // no import: the name is missed
  assert.deepEqual(findings("Failure"), ["2304 1:1+7"]);
  language.add("const lost = 5");
  assert.deepEqual(findings("lost.anything"), ["2339 1:6+8"]);
});
