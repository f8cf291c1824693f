import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readManifest } from "../../../course/manifest/readManifest.ts";
import { marksOf } from "../../../course/marks/marksOf.ts";
import { openCourse } from "../../../course/openCourse.ts";
import { markUntouched } from "../../../course/review/markUntouched.ts";
import { ReviewDesk } from "../../../course/review/reviewDesk.ts";
import type { Notebook } from "../../../kernel/notebook/notebook.ts";

const main = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));

/** What a person gives for an answer, in both programs. */
export interface PersonsMark {
  readonly student: string;
  readonly cell: string;
  readonly score: number;
}

/** A command of the course kit, as an instructor types it. */
export function genloss(cwd: string, ...args: readonly string[]): void {
  const words = ["--no-warnings", main, "course", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `genloss course ${args.join(" ")}\n${stdout}${stderr}`);
}

/** Writes a file, and the folders that it stands in. */
export function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A released notebook with a student's sources in some of its cells, by `grade_id`. */
export function answered(released: string, answers: Readonly<Record<string, string>>): string {
  const notebook = JSON.parse(released) as Notebook;
  const cells = notebook.cells.map((cell) => {
    const { grade_id: id } = (cell.metadata.nbgrader ?? {}) as { grade_id?: string };
    return { ...cell, source: answers[id ?? ""] ?? cell.source };
  });
  return JSON.stringify({ ...notebook, cells });
}

/**
 * Marks in our gradebook as `genloss course review` keeps them. There a person gives 0 to all that is as it was handed
 * out, with one click; nbgrader gives it unasked.
 */
export function markOurs(root: string, assignment: string, marks: readonly PersonsMark[]): void {
  const open = openCourse(root);
  const { paths, handedOut, answers } = open;
  using gradebook = open.gradebook;
  const now = (): Date => new Date("2026-02-02T10:00:00Z");
  const desk = new ReviewDesk({
    ...{ gradebook, handedOut, answers, now, reviewer: "ta", seed: 1 },
    manifests: [readManifest(paths.manifests, assignment)],
    finalMarks: (name) => marksOf(open, name, now()),
    drafts: join(root, "private", "drafts"),
  });
  for (const { student, cell: gradeId, score } of marks)
    gradebook.saveManualMark({
      ...{ student, assignment, notebook: assignment, gradeId, score },
      ...{ comment: "", rubric: [], reason: "", answerSha: "", by: "ta", at: now().toISOString() },
    });
  const read = desk.cells().filter(({ kind }) => kind !== "tests");
  markUntouched(desk, read);
}

/** The same marks for nbgrader, as `runs.py` takes them. */
export const markTheirs = (assignment: string, marks: readonly PersonsMark[]): string[][] =>
  marks.map(({ student, cell, score }) => ["mark", assignment, assignment, cell, student, String(score)]);

/** The lines of a table of marks, sorted: the programs list students each in an order of its own. */
export const linesOf = (path: string): string[] => readFileSync(path, "utf8").trim().split(/\r?\n/).sort();

/** What a table has in its column `score`, by student. */
export function scoresOf(path: string): Record<string, number> {
  const [head = [], ...rows] = readFileSync(path, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const at = (row: readonly string[], column: string): string => row[head.indexOf(column)] ?? "";
  return Object.fromEntries(rows.map((row) => [at(row, "student_id"), Number.parseFloat(at(row, "score"))]));
}
