import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { NotebookJudge } from "../../../course/judge/notebookJudge.ts";
import { prepareNotebook } from "../../../course/judge/prepareNotebook.ts";
import { StudentProcesses } from "../../../course/judge/student/studentProcesses.ts";
import { readSource } from "../../../course/source/readSource.ts";
import { notebookOf } from "../../book/tools/cells.ts";
import { cell, lines } from "../source/tools.ts";
import { limits, noJudging } from "./tools/judgeBench.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** An exercise whose tests change the list and draw from the stream that both exercises stand on. */
const exercise = (name: string, factor: number) => [
  cell.answer(
    name,
    lines(
      `function ${name}(n: number): number {`,
      "  // BEGIN SOLUTION",
      `  return ${factor} * n;`,
      "  // END SOLUTION",
      "}",
    ),
  ),
  cell.tests(
    `${name}-test`,
    2,
    lines(
      `if (${name}(list.length) !== ${3 * factor}) throw new Error("list holds " + list.length);`,
      `if (rng.next() !== seeded(5).next()) throw new Error("the stream has moved");`,
      "list.push(4);",
    ),
  ),
];

suite("cells of a notebook that share what they stand on", { skip: noJudging }, () => {
  const processes = new StudentProcesses("A");
  after(() => processes[Symbol.dispose]());

  test("each answer is judged on the ground as it was, whatever tests of other cells did to it", async () => {
    const { manifest, solutions, faults } = readSource(
      notebookOf(
        cell.given(
          "ground",
          'import { seeded } from "generation-loss";\nconst list = [3, 1, 2];\nconst rng = seeded(5);',
        ),
        ...exercise("twice", 2),
        ...exercise("thrice", 3),
      ),
      { name: "two" },
    );
    assert.deepEqual(faults, []);
    const prepared = await prepareNotebook(manifest, root, process.execPath);
    assert.deepEqual(
      prepared.shared?.cells.map(({ id }) => id),
      ["ground"],
    );
    const options = { limits, credit: "all", processes, slot: 0, node: process.execPath } as const;
    const judge = new NotebookJudge(prepared, options);
    assert.equal(judge.isOpen("thrice-test"), false);
    const solved = {
      ...manifest.release,
      cells: manifest.release.cells.map((each) => ({
        ...each,
        source: solutions.get(each.id) ?? each.source,
      })),
    };
    for (const gradeId of ["twice-test", "thrice-test", "thrice-test", "twice-test"]) {
      const { status, score, tests } = await (await judge.cell(gradeId)).judge(solved);
      assert.deepEqual([status, score], ["pass", 2], JSON.stringify(tests));
      assert.equal(judge.isOpen("thrice-test"), true, "what they share was opened for both");
    }
    await assert.rejects(judge.cell("nothing"), /no cell nothing was prepared/);
  });
});
