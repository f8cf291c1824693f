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
import { keyOf, ranBefore } from "../../tools/ranBefore.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const found = await findBubblewrap();
const skip = "reason" in found ? found.reason : false;

const chapters = chaptersIn(`${root}notebooks`);
/** So many are judged each time; others when they are no longer what was judged before, all of them with JUDGE=all. */
const always = 2;
const all = process.env.JUDGE === "all";
const judged = ranBefore(fileURLToPath(new URL("./judged.json", import.meta.url)));

/** The usual ones: an honest answer must not run into them. */
const { limits } = courseDefaults;

/** Tests of what an answer cannot do from outside: there the chapter's world is not its own to change. */
const heldAnyway: ReadonlySet<string> = new Set(["the world is still the chapter's"]);

describe("exercises of the book, judged from outside", { skip }, () => {
  let processes: StudentProcesses;
  before(() => {
    processes = new StudentProcesses("A");
  });
  after(() => processes[Symbol.dispose]());

  for (const [number, chapter] of chapters.entries())
    test(`${chapter}: the solution gets its points, a starter and each wrong answer none, or did so as it stands`, async (t) => {
      const notebook = await readNotebook(`${root}notebooks/${chapter}.ipynb`);
      const regions = parsePercent(readFileSync(`${root}notebooks/solutions/${chapter}.ts`, "utf8"));
      const { exercises } = readExercises(notebook, regions);
      const names = exercises.map(({ name }) => name);
      const assignment = bookAssignment(notebook, exercises, names, new Map(), "genloss");
      const source = readSource(assignment.notebook, { name: chapter, wrong: assignment.wrong });
      assert.deepEqual(source.faults, []);
      const shas = source.manifest.cells.map(({ testsSha }) => testsSha);
      const key = keyOf([shas, [...source.solutions], source.wrong]);
      if (!all && number >= always && judged.has(chapter, key)) {
        t.diagnostic("Exactly this was judged before; JUDGE=all has it judged again.");
        return;
      }
      const { release } = source.manifest;
      const prepared = await prepareNotebook(source.manifest, root, process.execPath);
      assert.equal(prepared.cells.length, names.length);
      const handedIn = (answers: ReadonlyMap<string, string>): Notebook => ({
        ...release,
        cells: release.cells.map((cell) => ({ ...cell, source: answers.get(cell.id) ?? cell.source })),
      });
      const options = { limits, credit: "all", processes, slot: 0, node: process.execPath } as const;
      const judges = new NotebookJudge(prepared, options);
      let right = 0;
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
              rejectedBy.filter((one) => passed.includes(one) && !heldAnyway.has(one)),
              [],
              told(title, tests),
            );
          }
          right += 1;
        });
      }
      if (process.env.CI) t.diagnostic("Run it outside CI and commit judged.json, and CI need not.");
      else if (right === names.length) judged.note(chapter, key, chapters);
    });
});
