import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readExercises } from "../../../course/exercise/readExercises.ts";
import { nbgraderCourse } from "../../../course/nbgraderCourse.ts";
import { writeCourse } from "../../../course/writeCourse.ts";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";
import { cellOf, findingsOf, refusal, said, straysOf } from "./graded.ts";
import type { Nbgrader } from "./nbgrader.ts";
import { submissions } from "./submissions.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
export const settings = { courseId: "trial", kernelName: "genloss", timeoutSeconds: 300 };
/** With NBGRADER=each every wrong answer is handed in, which takes three times as long; else one per exercise. */
const most = process.env.NBGRADER === "each" ? Number.POSITIVE_INFINITY : 1;

type Marks = Record<string, Record<string, [score: number | null, points: number]>>;

/** nbgrader's own cycle over one chapter: what it releases, how it marks, what its gradebook says. */
export async function cycle(nbgrader: Nbgrader, name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "course-"));
  try {
    const { files } = await nbgraderCourse(root, [name], settings);
    writeCourse(folder, files);
    const notebook = (step: string) => readNotebook(join(folder, step, name, `${name}.ipynb`));
    const generated = await nbgrader.run(folder, [["generate_assignment", name]]);
    assert.doesNotMatch(generated.stderr, /WARNING|ERROR/);
    const [release, source] = [await notebook("release"), await notebook("source")];
    for (const { id, source: text } of release.cells)
      assert.doesNotMatch(text, /BEGIN SOLUTION|END SOLUTION|HIDDEN TESTS/, id);

    const solutions = await readFile(join(root, "notebooks", "solutions", `${name}.ts`), "utf8");
    const chapter = await readNotebook(join(root, "notebooks", `${name}.ipynb`));
    const { exercises } = readExercises(chapter, parsePercent(solutions));
    const all = submissions(release, source, exercises, most);
    for (const { student, text } of all) {
      const place = join(folder, "submitted", student, name);
      await mkdir(place, { recursive: true });
      await writeFile(join(place, `${name}.ipynb`), text);
    }
    const { stdout, stderr } = await nbgrader.run(folder, [["autograde", "--create", name]], name);
    assert.doesNotMatch(stderr, /cannot be converted|ERROR|Traceback/);

    const marks: Marks = JSON.parse(stdout);
    for (const { student, wrong } of all) {
      const graded = await notebook(join("autograded", student));
      for (const { name: exercise, starter, checks } of exercises) {
        const title = wrong.get(exercise);
        const about = `${student}, ${exercise}: ${title ?? "the solution"}`;
        const grades = checks.map(({ metadata }) => marks[student]?.[gradeId(metadata.nbgrader)] ?? []);
        const score = grades.reduce((sum, [grade]) => sum + (grade ?? Number.NaN), 0);
        const points = grades.reduce((sum, [, grade]) => sum + (grade ?? Number.NaN), 0);
        const cells = checks.map((check) => cellOf(graded, check.id));
        assert.ok(points > 0, about);
        if (title === undefined) {
          assert.equal(score, points, `${about}\n${said(cells)}`);
          assert.deepEqual(cells.flatMap(straysOf), [], `${about} leaves nothing that nbgrader reads`);
        } else {
          assert.equal(score, 0, about);
          assert.match(said(cells), refusal, about);
        }
        if (student.startsWith("wrong")) continue;
        const given = cellOf(graded, starter!.id);
        assert.deepEqual([given, ...cells].flatMap(findingsOf), [], `${about} is right in its types`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const gradeId = (metadata: unknown): string => (metadata as { grade_id: string }).grade_id;
