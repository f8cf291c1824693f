/** Notebooks that have been through things, from the hand-in to the mark: each gets the right one, or a clear status. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import type { GradeReport } from "../../../course/grade/gradeAssignment.ts";
import type { FinalMark } from "../../../course/gradebook/finalMark.ts";
import { Gradebook } from "../../../course/gradebook/gradebook.ts";
import { type File, mutilations } from "../repair/mutilations.ts";
import { assignment, type GradedCourse, gradedCourse } from "./tools/gradedCourse.ts";
import { means, spreads } from "./tools/homework.ts";
import { readable, unreadable } from "./tools/moreMutilations.ts";

const answers: Readonly<Record<string, string>> = {
  mean: means[0]![0].replaceAll("{ ", "{\n").replaceAll("; }", ";\n}"),
  spread: spreads[0]![0].replaceAll("{ ", "{\n").replaceAll("; }", ";\n}"),
  why: "When one value is far away.\nThen nearly all lie on one side.",
};
const names = ["mean", "spread", "why"];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const all = [...mutilations, ...readable];
const idOf = (k: number): string => `m${String(k).padStart(2, "0")}`;
const unreadId = (k: number): string => `u${String(k).padStart(2, "0")}`;

let course: GradedCourse;
let report: GradeReport;
/** Of the files, by attempt. */
let shas: ReadonlyMap<number, string>;
let marks: ReadonlyMap<string, FinalMark>;
let status: ReadonlyMap<
  string,
  { readonly attempts: number; readonly toReview: number; readonly problems: string[] }
>;

before(async () => {
  course = gradedCourse();
  const path = join(course.paths.release, assignment, `${assignment}.ipynb`);
  const released = readFileSync(path, "utf8");
  const files: Record<string, Uint8Array> = {};
  const textOf = (change: (file: File, answers: File["cells"], starters: string[]) => void): string => {
    const file = JSON.parse(released) as File;
    const cells = names.map((name) => file.cells.find(({ id }) => id === name)!);
    const starters = cells.map(({ source }) => [source].flat().join(""));
    for (const cell of cells) cell.source = answers[cell.id!]!;
    change(file, cells, starters);
    return JSON.stringify(file);
  };
  for (const [k, { change, write = bytes }] of all.entries()) files[idOf(k)] = write(textOf(change));
  for (const [k, [, write]] of unreadable.entries()) files[unreadId(k)] = write(textOf(() => {}));
  await course.collect(files);
  report = await course.grade();
  {
    using gradebook = new Gradebook(course.paths.gradebook);
    shas = new Map(gradebook.attempts(assignment).map(({ id, files: [file] }) => [id, file!.sha256]));
  }
  marks = new Map(course.marks().map((mark) => [mark.student, mark]));
  const told = course.command("status", assignment, "--json");
  assert.equal(told.status, 0, told.err);
  const { assignments, unmatched } = JSON.parse(told.out);
  assert.equal(unmatched, 0);
  status = new Map(assignments[0].students.map((each: { student: string }) => [each.student, each]));
});

describe("in one run", () => {
  test("60 and more are collected and judged, none is lost, and nothing of ours failed", () => {
    assert.ok(all.length + unreadable.length >= 60, `${all.length + unreadable.length}`);
    assert.deepEqual(
      [marks.size, status.size],
      [all.length + unreadable.length, all.length + unreadable.length],
    );
    assert.ok([...status.values()].every(({ attempts }) => attempts === 1));
    assert.equal(report.failed, 0);
  });

  for (const [k, { title, lost = [] }] of all.entries())
    test(`a notebook with ${title} gets its mark`, () => {
      const { cells, attempt } = marks.get(idOf(k))!;
      const results = course.results().filter(({ sha256 }) => sha256 === shas.get(attempt!));
      const found = cells.map((cell) => [cell.gradeId, cell.status, cell.score]);
      const isLost = lost.includes(0);
      const wanted = [
        isLost ? ["mean-test", "not-attempted", 0] : ["mean-test", "pass", 2],
        ["spread-test", "pass", 3],
        ["why", "to-review", 0],
      ];
      assert.deepEqual(found, wanted, JSON.stringify(results.map(({ tests, repairs }) => [tests, repairs])));
      if (isLost)
        assert.match(results[0]!.repairs.join(), /mean is not there: the starter stands in its place/);
      assert.deepEqual(status.get(idOf(k))!.problems, []);
    });

  for (const [k, [title, , says]] of unreadable.entries())
    test(`a file with ${title} waits for a person, and status says why`, () => {
      const { cells, isPending } = marks.get(unreadId(k))!;
      assert.deepEqual(
        [isPending, cells.map((cell) => cell.status)],
        [true, ["to-review", "to-review", "to-review"]],
      );
      const { problems, toReview } = status.get(unreadId(k))!;
      assert.equal(toReview, 3);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, says);
    });
});
