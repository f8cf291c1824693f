import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { NotebookJudge } from "../../../course/judge/notebookJudge.ts";
import { prepareNotebook } from "../../../course/judge/prepareNotebook.ts";
import { StudentProcesses } from "../../../course/judge/student/studentProcesses.ts";
import { readSource } from "../../../course/source/readSource.ts";
import type { Notebook } from "../../../kernel/notebook/notebook.ts";
import { notebookOf } from "../../book/tools/cells.ts";
import { cell, lines } from "../source/tools.ts";
import { limits, noJudging } from "./tools/judgeBench.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** @param more what its tests do besides */
const exercise = (name: string, factor: number, more: readonly string[]) => [
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
      ...more,
    ),
  ),
];

const sourceOf = (...more: readonly string[]) =>
  readSource(
    notebookOf(
      cell.given(
        "ground",
        'import { seeded } from "generation-loss";\nconst list = [3, 1, 2];\nconst rng = seeded(5);',
      ),
      ...exercise("twice", 2, more),
      ...exercise("thrice", 3, more),
    ),
    { name: "two" },
  );
const source = sourceOf();

/** A notebook with the instructor's answers, and others in place of some. */
const handedIn = (answers: Readonly<Record<string, string>> = {}): Notebook => ({
  ...source.manifest.release,
  cells: source.manifest.release.cells.map((each) => ({
    ...each,
    source: answers[each.id] ?? source.solutions.get(each.id) ?? each.source,
  })),
});

suite("cells of a notebook that share what they stand on", { skip: noJudging }, () => {
  const processes = new StudentProcesses("A");
  after(() => processes[Symbol.dispose]());
  let starts = 0;
  const counted = {
    start: (request: Parameters<StudentProcesses["start"]>[0]) => {
      starts += 1;
      return processes.start(request);
    },
  } as StudentProcesses;
  const openJudge = async ({ manifest } = source): Promise<NotebookJudge> => {
    const prepared = await prepareNotebook(manifest, root, process.execPath);
    assert.deepEqual(
      prepared.shared?.cells.map(({ id }) => id),
      ["ground"],
    );
    const options = { limits, credit: "all", slot: 0, node: process.execPath } as const;
    return new NotebookJudge(prepared, { ...options, processes: counted });
  };
  const both = ["twice-test", "thrice-test"];

  test("each answer is judged on the ground as it was, whatever tests of other cells did to it", async () => {
    // They change the list, and draw from the stream, that both exercises stand on.
    const changing = sourceOf(
      'if (rng.next() !== seeded(5).next()) throw new Error("the stream has moved");',
      "list.push(4);",
    );
    assert.deepEqual([...source.faults, ...changing.faults], []);
    const judge = await openJudge(changing);
    assert.equal(judge.isOpen("thrice-test"), false);
    for (const gradeId of ["twice-test", "thrice-test", "thrice-test", "twice-test"]) {
      const { status, score, tests } = await (await judge.cell(gradeId)).judge(handedIn());
      assert.deepEqual([status, score], ["pass", 2], JSON.stringify(tests));
      assert.equal(judge.isOpen("thrice-test"), true, "what they share was opened for both");
    }
    await assert.rejects(judge.cell("nothing"), /no cell nothing was prepared/);
  });

  for (const [about, answers, wanted, processesStarted] of [
    ["right answers need one process", {}, ["pass", "pass"], 1],
    [
      "an answer that ends its process takes no other along",
      { twice: "function twice(n: number): number { process.exit(0); }" },
      ["crashed", "pass"],
      3, // for both; for twice; for thrice
    ],
    [
      "an answer that spoils the language for others does them no harm",
      {
        twice:
          "Array.prototype.toSorted = () => []; console.log('spoilt'); function twice(n: number): number { return 2 * n; }",
      },
      ["pass", "pass"],
      1,
    ],
    [
      "nor does one that changes what they use",
      {
        twice:
          "Object.getPrototypeOf([]).at = () => 0; console.log('spoilt'); function twice(n: number): number { return 2 * n; }",
        thrice: "function thrice(n: number): number { return [3 * n].at(0)!; }",
      },
      ["pass", "pass"],
      2,
    ],
    [
      "a wrong answer is looked at alone",
      { thrice: "function thrice(n: number): number { return n; }" },
      ["pass", "fail"],
      2,
    ],
  ] as const)
    test(`beside each other: ${about}`, async () => {
      const judge = await openJudge();
      for (const gradeId of both) await judge.cell(gradeId);
      starts = 0;
      const submission = handedIn(answers);
      using beside = judge.beside(submission, both);
      const found = [];
      for (const gradeId of both) found.push(await (await judge.cell(gradeId)).judge(submission, beside));
      assert.deepEqual(
        found.map(({ status }) => status),
        wanted,
        JSON.stringify(found),
      );
      const [twice, thrice] = found.map(({ output }) => output);
      assert.equal(
        twice,
        submission.cells.some(({ source: text }) => text.includes("spoilt")) ? "spoilt\n" : "",
      );
      assert.equal(thrice, "");
      assert.equal(starts, processesStarted);
    });

  test("one answer alone, or none, needs no process beside", async () => {
    const judge = await openJudge();
    for (const gradeId of both) await judge.cell(gradeId);
    const starter = source.manifest.release.cells.find(({ id }) => id === "twice")!.source;
    assert.equal(judge.beside(handedIn({ twice: starter }), both), undefined);
    assert.equal(judge.beside(handedIn(), ["twice-test"]), undefined);
  });
});
