import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readExercises } from "../../../course/exercise/readExercises.ts";
import { bookAssignment } from "../../../course/init/bookAssignment.ts";
import { NotebookJudge } from "../../../course/judge/notebookJudge.ts";
import { prepareNotebook } from "../../../course/judge/prepareNotebook.ts";
import { StudentProcesses } from "../../../course/judge/student/studentProcesses.ts";
import { chaptersIn } from "../../../course/nbgraderCourse.ts";
import { courseDefaults } from "../../../course/settings/readCourse.ts";
import { readSource } from "../../../course/source/readSource.ts";
import type { Notebook } from "../../../kernel/notebook/notebook.ts";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";
import { findBubblewrap } from "../../tools/bubblewrap.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const found = await findBubblewrap();
const skip = "reason" in found ? found.reason : false;

/**
 * All chapters with JUDGE=all. Others than these stand on heavy cells, which V8 runs without its compilers while it builds
 * a snapshot: ten minutes a chapter.
 */
const light = 3;
const all = chaptersIn(`${root}notebooks`);
const chapters = process.env.JUDGE === "all" ? all : all.slice(0, light);

/** A machine that does other work besides may take its time: what is tested here is marks. */
const limits = { ...courseDefaults.limits, testSeconds: 60, cellSeconds: 120 };

describe("exercises of the book, judged from outside", { skip }, () => {
  let processes: StudentProcesses;
  before(() => {
    processes = new StudentProcesses("A");
  });
  after(() => processes[Symbol.dispose]());

  for (const chapter of chapters)
    test(`${chapter}: the solution gets its points, a starter and each wrong answer none`, async (t) => {
      const notebook = await readNotebook(`${root}notebooks/${chapter}.ipynb`);
      const regions = parsePercent(readFileSync(`${root}notebooks/solutions/${chapter}.ts`, "utf8"));
      const { exercises } = readExercises(notebook, regions);
      const names = exercises.map(({ name }) => name);
      const assignment = bookAssignment(notebook, exercises, names, new Map(), "genloss");
      const source = readSource(assignment.notebook, { name: chapter, wrong: assignment.wrong });
      assert.deepEqual(source.faults, []);
      const { release } = source.manifest;
      const prepared = await prepareNotebook(source.manifest, root, process.execPath);
      assert.equal(prepared.cells.length, names.length);
      const handedIn = (answers: ReadonlyMap<string, string>): Notebook => ({
        ...release,
        cells: release.cells.map((cell) => ({ ...cell, source: answers.get(cell.id) ?? cell.source })),
      });
      const options = { limits, credit: "all", processes, slot: 0, node: process.execPath } as const;
      const judges = new NotebookJudge(prepared, options);
      for (const { cell } of prepared.cells) {
        await t.test(cell.gradeId, async () => {
          const judge = await judges.cell(cell.gradeId);
          const told = (what: string, value: object): string =>
            `${what}: ${JSON.stringify(value).slice(0, 1500)}`;
          for (const time of ["first", "second"]) {
            const solved = await judge.judge(handedIn(source.solutions));
            assert.equal(solved.status, "pass", told(`the solution, the ${time} time`, solved));
            assert.equal(solved.score, cell.points);
          }
          assert.equal((await judge.judge(release)).status, "not-attempted");
          for (const { title, answer, judgedBy, rejectedBy, source: wrong } of source.wrong) {
            if (!judgedBy.includes(cell.gradeId)) continue;
            const { status, score, tests } = await judge.judge(
              handedIn(new Map([...source.solutions, [answer, wrong]])),
            );
            assert.ok(status === "fail" || status === "error", told(title, { status, tests }));
            assert.equal(score, 0);
            const passed = tests.filter((one) => one.status === "pass").map((one) => one.title);
            assert.deepEqual(
              rejectedBy.filter((one) => passed.includes(one)),
              [],
              told(title, tests),
            );
          }
        });
      }
    });
});
