import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StoredAnswers } from "../../../course/answers/storedAnswers.ts";
import type { CellResult } from "../../../course/gradebook/cellResult.ts";
import type { FinalMark } from "../../../course/gradebook/finalMark.ts";
import { Gradebook } from "../../../course/gradebook/gradebook.ts";
import type { AssignmentManifest, JudgedCell } from "../../../course/manifest/assignmentManifest.ts";
import { finalMarks } from "../../../course/marks/finalMarks.ts";
import type { MarksInput } from "../../../course/marks/marksInput.ts";
import { marksInputOf } from "../../../course/marks/marksInputOf.ts";
import type { CourseFile } from "../../../course/settings/courseFile.ts";
import { type CoursePaths, coursePaths } from "../../../course/settings/coursePaths.ts";
import { HandedOut } from "../../../course/variants/handedOut.ts";
import type { Cell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { course as courseFile } from "../marks/records.ts";

const nbgrader = (gradeId: string, more: object): object => ({
  nbgrader: {
    schema_version: 3,
    grade_id: gradeId,
    grade: false,
    solution: false,
    locked: false,
    task: false,
    ...more,
  },
});
const text = (id: string, source: string, metadata = {}): Cell => ({
  cell_type: "markdown",
  id,
  source,
  metadata,
});
const code = (id: string, source: string, metadata = {}): Cell => ({
  ...{ cell_type: "code", id, source, metadata },
  ...{ execution_count: null, outputs: [] },
});

/** A notebook with an exercise that tests judge, a text, and a task that is answered in cells of one's own. */
const released: Notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "genloss", language: "typescript" } },
  cells: [
    text("intro", "# Homework"),
    text("half-task", "Write `half(x)`: the half of $x$."),
    code(
      "half",
      "function half(x: number): number {\n  return NaN; // your code here\n}",
      nbgrader("half", { solution: true }),
    ),
    code(
      "half-check",
      'check("half of four", half(4), 2);',
      nbgrader("half-check", { grade: true, locked: true, points: 2 }),
    ),
    text("why-task", "Why does the variance shrink? Three sentences."),
    text("why", "Your answer here.", nbgrader("why", { grade: true, solution: true, points: 4 })),
    text(
      "plot",
      "Draw something and say what it shows.",
      nbgrader("plot", { task: true, locked: true, points: 3 }),
    ),
    text("end", "## The end"),
  ],
};

/** A line of a hidden test: no student may read it. */
export const hiddenLine = 'check("a number nobody sees", half(8675309), 4337654.5);';

const judged = (more: Partial<JudgedCell> & Pick<JudgedCell, "gradeId">): JudgedCell => ({
  ...{
    id: more.gradeId,
    kind: "answer",
    place: 0,
    title: more.gradeId,
    points: 1,
    testsSha: "t1",
    answers: [more.gradeId],
  },
  ...{ standsOn: [], tests: [], markScheme: "", ...more },
});

export const manifest: AssignmentManifest = {
  schema: 1,
  assignment: "hw1",
  version: "0",
  notebooks: [
    {
      name: "one",
      release: released,
      cells: [
        judged({
          ...{
            gradeId: "half-check",
            kind: "tests",
            place: 0,
            title: "Half of it",
            points: 2,
            answers: ["half"],
          },
          tests: [
            { title: "visible checks", hidden: false, source: 'check("half of four", half(4), 2);' },
            { title: "a large number", hidden: true, hint: "try a large one", source: hiddenLine },
          ],
        }),
        judged({
          ...{ gradeId: "why", place: 1, title: "Why it shrinks", points: 4 },
          markScheme: "2 points for **finite samples**, 2 for the factor $1 - 1/M$.",
        }),
        judged({ gradeId: "plot", kind: "task", place: 2, title: "A picture", points: 3 }),
      ],
    },
  ],
};

/** What one student hands in: sources by cell id; `own`: cells added below the task. */
export type HandedIn = Readonly<Record<string, string>>;

/** The bytes of the notebook with these answers in it. */
export function notebookWith({ own, ...answers }: HandedIn): string {
  const cells = released.cells.flatMap((cell) => [
    { ...cell, source: answers[cell.id] ?? cell.source },
    ...(cell.id === "plot" && own !== undefined ? [text("mine", own)] : []),
  ]);
  return JSON.stringify({ ...released, cells });
}

export interface ReviewedCourse extends Disposable {
  readonly paths: CoursePaths;
  readonly gradebook: Gradebook;
  readonly course: CourseFile;
  readonly handedOut: HandedOut;
  readonly answers: StoredAnswers;
  finalMarks(more?: Partial<MarksInput>): FinalMark[];
  /** Another attempt of a student; of the first one, too. */
  handIn(student: string, bytes: string | Uint8Array, more?: { readonly submittedAt?: string }): string;
  judge(student: string, result: Partial<CellResult>): void;
}

const now = new Date("2026-12-05T12:00:00.000Z");

/** A course in a temporary folder, with a store and a gradebook, and nobody in it. */
export function reviewedCourse(
  students: readonly string[] = [],
  given: Partial<CourseFile> = {},
): ReviewedCourse {
  const paths = coursePaths(folderWith({ "course.json": "{}" }));
  mkdirSync(paths.store, { recursive: true, mode: 0o700 });
  const gradebook = new Gradebook(paths.gradebook);
  const course = courseFile(given);
  const handedOut = new HandedOut(
    course,
    () => manifest,
    () => Buffer.alloc(32),
  );
  const answers = new StoredAnswers(paths.store, handedOut);
  gradebook.saveGradedCells("hw1", cellsOf(manifest));
  gradebook.saveStudents(
    students.map((id) => ({
      id,
      firstName: "First",
      lastName: `Last-${id}`,
      email: `${id}@school.example`,
      lms: {},
    })),
  );
  const last = new Map<string, string>();
  return {
    ...{ paths, gradebook, course, handedOut, answers },
    finalMarks: (more = {}) =>
      finalMarks({ ...marksInputOf({ course, gradebook, handedOut, answers }, "hw1", now), ...more }),
    handIn(student, bytes, { submittedAt = "2026-11-28T10:00:00Z" } = {}) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      writeFileSync(join(paths.store, sha256), bytes, { mode: 0o600 });
      const isNotebook = typeof bytes === "string" && bytes.startsWith("{");
      const file = { name: "one.ipynb", notebook: isNotebook ? "one" : null, sha256, bytes: bytes.length };
      gradebook.addAttempt({
        ...{ student, assignment: "hw1", submittedAt, receivedAt: submittedAt, way: "folder" },
        receipt: `${student}-${sha256.slice(0, 12)}`,
        files: [{ ...file, problem: isNotebook ? null : "it is no notebook" }],
      });
      last.set(student, sha256);
      return sha256;
    },
    judge(student, result) {
      gradebook.saveResult({
        ...{
          assignment: "hw1",
          notebook: "one",
          gradeId: "half-check",
          sha256: last.get(student) ?? "",
          testsSha: "t1",
        },
        ...{ variant: "", status: "pass", score: 2, points: 2, tests: [], output: "", repairs: [], ms: 1 },
        ...{ level: "A", version: "0", at: "2026-12-01T00:00:00.000Z", ...result },
      });
    },
    [Symbol.dispose]: () => gradebook[Symbol.dispose](),
  };
}

const cellsOf = ({ assignment, notebooks }: AssignmentManifest) =>
  notebooks.flatMap(({ name, cells }) =>
    cells.map(({ gradeId, kind, place, title, points, testsSha }) => ({
      ...{ assignment, notebook: name, gradeId, kind, place, title, points, testsSha },
    })),
  );
