/** Checks that would run beside the answer that they check. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords as reportInWords } from "../../../cli/commands/courseAssign.ts";
import { assignAssignment } from "../../../course/assign/assignAssignment.ts";
import { checksWithAnswers } from "../../../course/assign/checksWithAnswers.ts";
import { noCache } from "../../../course/assign/trialCache.ts";
import { trustedJudge } from "../../../course/assign/trustedJudge.ts";
import { readSource, type SourceNotebook } from "../../../course/source/readSource.ts";
import { inWords } from "../../../course/source/sourceFault.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { cell, lines, sample } from "../source/tools.ts";

const answer = cell.answer(
  "half",
  lines(
    "function half(x: number): number {",
    "  // BEGIN SOLUTION",
    "  return x / 2;",
    "  // END SOLUTION",
    "  return NaN;",
    "}",
  ),
);
const given = (id: string, source: string) => cell.given(id, source);

/** @param helper code of a cell between the answer and its tests, and of one above the answer */
const sourceOf = (helper: string, tests: string, above = "const zero = 0;"): SourceNotebook =>
  readSource(sample(given("above", above), answer, given("helper", helper), cell.tests("t", 1, tests)), {
    name: "hw",
    folder: "source/hw",
  });
const warned = (...sources: Parameters<typeof sourceOf>): string[] =>
  checksWithAnswers(sourceOf(...sources), "source/hw/hw.ipynb").map(inWords);

const body = 'if (half(4) !== 2) throw new Error("half of 4");';

for (const [about, helper, tests] of [
  ["a function", `function checkHalf() { ${body} }`, "checkHalf();"],
  ["an arrow", `const checkHalf = (): void => { ${body} };`, "checkHalf();"],
  ["an object of functions", `const checkHalf = { four() { ${body} } };`, "checkHalf.four();"],
  [
    "a function that is used in a hidden test alone",
    `function checkHalf() { ${body} }`,
    lines("// BEGIN HIDDEN TESTS", "// %% hidden: four", "checkHalf();", "// END HIDDEN TESTS"),
  ],
  [
    "a function beside a line that uses the answer",
    "const two = half(4);\nfunction checkHalf(x: number) { if (x !== 2) throw new Error('no'); }",
    "checkHalf(two);",
  ],
] as const)
  test(`${about} that tests use, in a cell that uses the answer, is told with the cell and what to do`, () => {
    const [only, ...more] = warned(helper, tests);
    assert.deepEqual(more, []);
    assert.match(
      only ?? "",
      /^source\/hw\/hw\.ipynb, cell helper: it uses the answer and declares checkHalf, /,
    );
    assert.match(only ?? "", /give checkHalf the answer as an argument, in a cell that does not use it/);
  });

for (const [about, helper, tests] of [
  ["a check that is given the answer", "const two = half(4);", "checkHalf(half);"],
  ["a value that the answer made", "const two = half(4);", "if (two !== 2) throw new Error('no');"],
  ["a check that no test uses", `function other() { ${body} }`, body],
  ["tests that say it themselves", "const three = 3;", body],
] as const)
  test(`${about} is fine`, () => {
    const check =
      "const checkHalf = (f: (x: number) => number) => { if (f(4) !== 2) throw new Error('no'); };";
    assert.deepEqual(warned(helper, tests, check), []);
  });

test("an assignment goes out with a warning, which the command prints", async () => {
  const place = folderWith({});
  const report = await assignAssignment(
    {
      name: "hw",
      notebooks: [sourceOf(`function checkHalf() { ${body} }`, "checkHalf();")],
      files: new Map(),
    },
    {
      openJudge: trustedJudge(({ name }) => `${place}/${name}.ipynb`, 10),
      ...{ cache: noCache, version: "1", seeds: 200, slots: 2 },
    },
  );
  assert.deepEqual([report.isReady, report.warnings.length], [true, 1]);
  assert.match(
    reportInWords(report),
    /^hw: ready, [\s\S]*^ {2}Warning: source\/hw\/hw\.ipynb, cell helper: /m,
  );
});
