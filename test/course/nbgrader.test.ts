/** nbgrader's own cycle over the chapters: what it releases, how it marks, what its gradebook says. */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { exercisesOf } from "../../course/exercise.ts";
import { chaptersIn, nbgraderCourse } from "../../course/nbgraderCourse.ts";
import { writeCourse } from "../../course/writeCourse.ts";
import type { CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { onceMore } from "../tools/onceMore.ts";
import { findNbgrader } from "./tools/nbgrader.ts";
import { submissions } from "./tools/submissions.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const marksOf = fileURLToPath(new URL("./tools/marks.py", import.meta.url));
/** Set, every submission holds the whole chapter; else only the solutions do, which takes a third of the time. */
const whole = process.env.NBGRADER_WHOLE !== undefined;
const settings = { courseId: "trial", kernelName: "genloss", timeoutSeconds: 300 };

type Marks = Record<string, Record<string, [score: number | null, points: number]>>;

const nbgrader = await findNbgrader();

describe("nbgrader", { skip: "reason" in nbgrader && nbgrader.reason }, () => {
  if ("reason" in nbgrader) return;
  for (const name of chaptersIn(join(root, "notebooks"))) {
    test(`${name}: solutions get all points, starters none, wrong answers lose those of their exercise`, (t) =>
      onceMore(t, () => cycle(name)));
  }

  async function cycle(name: string): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "course-"));
    try {
      const { files } = await nbgraderCourse(root, [name], settings);
      writeCourse(folder, files);
      const generated = await run("nbgrader", ["generate_assignment", name], folder);
      assert.doesNotMatch(generated.stderr, /WARNING|ERROR/);
      const [release, source] = await Promise.all(
        ["release", "source"].map((step) => readNotebook(join(folder, step, name, `${name}.ipynb`))),
      );
      const released = await readFile(join(folder, "release", name, `${name}.ipynb`), "utf8");
      assert.doesNotMatch(released, /BEGIN SOLUTION|END SOLUTION|HIDDEN TESTS/);

      const solutions = await readFile(join(root, "notebooks", "solutions", `${name}.ts`), "utf8");
      const exercises = exercisesOf(
        await readNotebook(join(root, "notebooks", `${name}.ipynb`)),
        parsePercent(solutions),
      );
      const all = submissions(release!, source!, exercises, whole);
      for (const { student, text } of all) {
        const place = join(folder, "submitted", student, name);
        await mkdir(place, { recursive: true });
        await writeFile(join(place, `${name}.ipynb`), text);
      }
      const { stderr } = await run("nbgrader", ["autograde", "--create", name], folder);
      assert.doesNotMatch(stderr, /cannot be converted|ERROR|Traceback/);

      const { stdout } = await run("python", [marksOf, name], folder);
      const marks: Marks = JSON.parse(stdout);
      for (const { student, wrong } of all) {
        const graded = await readNotebook(join(folder, "autograded", student, name, `${name}.ipynb`));
        for (const { id, starters, checks } of exercises) {
          const title = wrong.get(id);
          const about = `${student}, ${id}: ${title ?? "the solution"}`;
          const grades = checks.map(({ metadata }) => marks[student]?.[gradeId(metadata.nbgrader)]);
          const score = grades.reduce((sum, grade) => sum + (grade?.[0] ?? Number.NaN), 0);
          const points = grades.reduce((sum, grade) => sum + (grade?.[1] ?? Number.NaN), 0);
          const cells = checks.map((check) => cellOf(graded, check.id));
          if (title === undefined) {
            assert.deepEqual([score, points > 0], [points, true], `${about}\n${said(cells)}`);
            assert.deepEqual(cells.flatMap(straysOf), [], `${about} leaves nothing that nbgrader reads`);
          } else {
            assert.equal(score, 0, about);
            assert.match(said(cells), /^CheckError/, about);
          }
          // What the kernel shows of types in a cell that students are given, or may read.
          if (student === "solution" || student === "starter")
            assert.deepEqual(
              [...starters.map((cell) => cellOf(graded, cell.id)), ...cells].flatMap(findingsOf),
              [],
              about,
            );
        }
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  const { run } = nbgrader;
});

const gradeId = (metadata: unknown): string => (metadata as { grade_id: string }).grade_id;

function cellOf({ cells }: Notebook, id: string): CodeCell {
  const found = cells.find((cell): cell is CodeCell => cell.cell_type === "code" && cell.id === id);
  assert.ok(found, `the graded notebook holds ${id}`);
  return found;
}

const said = (cells: readonly CodeCell[]): string =>
  cells
    .flatMap(({ outputs }) => outputs)
    .flatMap((output) => (output.output_type === "error" ? [`${output.ename}: ${output.evalue}`] : []))
    .join("\n");

/** Outputs to which nbgrader gives a meaning: an error and stderr mean no points, a value is the mark. */
const straysOf = ({ outputs }: CodeCell): unknown[] =>
  outputs.filter(
    (output) =>
      output.output_type === "error" ||
      output.output_type === "execute_result" ||
      (output.output_type === "stream" && output.name === "stderr"),
  );

const findingsOf = ({ outputs }: CodeCell): unknown[] =>
  outputs.flatMap((output) =>
    "data" in output && "application/vnd.genloss.diagnostics+json" in output.data
      ? [output.data["text/plain"]]
      : [],
  );
