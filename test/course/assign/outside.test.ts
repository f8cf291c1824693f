import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { assignAssignment } from "../../../course/assign/assignAssignment.ts";
import { outsideJudge } from "../../../course/assign/outsideJudge.ts";
import { noCache } from "../../../course/assign/trialCache.ts";
import { trustedJudge } from "../../../course/assign/trustedJudge.ts";
import { courseDefaults } from "../../../course/settings/readCourse.ts";
import { readSource } from "../../../course/source/readSource.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { notebookOf } from "../../book/tools/cells.ts";
import { noJudging } from "../judge/tools/judgeBench.ts";
import { cell, lines } from "../source/tools.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const sourceOf = (...tests: string[]) => {
  const notebook = notebookOf(
    cell.words("ask", "## A counter\n\nWrite `Counter`."),
    cell.answer(
      "counter",
      lines(
        "class Counter {",
        "  static readonly start = 0;",
        "  count = 0;",
        "  // BEGIN SOLUTION",
        "  add(): number { this.count += 1; return this.count; }",
        "  // END SOLUTION",
        "}",
      ),
    ),
    cell.tests("test", 1, lines('if (new Counter().add() !== 1) throw new Error("one");', ...tests)),
  );
  const source = readSource(notebook, { name: "hw" });
  assert.deepEqual(source.faults, []);
  return { name: "hw", notebooks: [source], files: new Map<string, Buffer>() };
};

const options = {
  ...{ version: "1", seeds: 200, slots: 1, cache: noCache },
  openJudge: trustedJudge(() => `${root}test/course/assign/hw.ipynb`, 30),
};

test("a solution that passes in a notebook, and not from outside, keeps an assignment back", {
  skip: noJudging,
}, async () => {
  const judgeOutside = outsideJudge({ root, course: courseDefaults, node: process.execPath });
  const cache = new Map<string, unknown>();
  const kept = {
    get: (key: string) => cache.get(key),
    set: (key: string, value: unknown) => void cache.set(key, value),
  };
  const right = await assignAssignment(sourceOf(), { ...options, judgeOutside, cache: kept });
  assert.deepEqual([right.faults, right.warnings, right.isReady], [[], [], true]);
  const odd = sourceOf('if (Counter.start !== 0) throw new Error("it starts at 0");');
  const { faults, isReady } = await assignAssignment(odd, { ...options, judgeOutside });
  assert.equal(isReady, false);
  assert.equal(faults.length, 1);
  assert.match(
    faults[0]!,
    /source\/hw\/hw\.ipynb, cell test: judged as when grading, from outside, the solution fails the test .*: it starts at 0; ask for values/,
  );
  // What is known is not judged again.
  const never = () => Promise.reject(new Error("judged again"));
  const again = await assignAssignment(sourceOf(), { ...options, judgeOutside: never, cache: kept });
  assert.equal(again.isReady, true);
});

test("where there is no sandbox it is a warning, with what to do", async () => {
  const { warnings, isReady } = await assignAssignment(sourceOf(), {
    ...options,
    judgeOutside: () => Promise.reject(new Refusal("Cannot grade: no sandbox\n  more", 1)),
  });
  assert.equal(isReady, true);
  assert.deepEqual(warnings, [
    "source/hw/hw.ipynb: the solution was not judged as answers will be: Cannot grade: no sandbox; genloss course doctor says what to install",
  ]);
});
