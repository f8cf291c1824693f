import type { TestResult } from "../gradebook/cellResult.ts";
import type { FinalCell, FinalMark } from "../gradebook/finalMark.ts";
import { type CommentOf, commentOf } from "./commentOf.ts";
import type { CourseMarks } from "./courseMarks.ts";
import { type Exported, noteOn } from "./exported.ts";
import { fileNameOf } from "./fileNameOf.ts";
import { markWords } from "./markWords.ts";
import { type ResultOf, resultOf } from "./resultOf.ts";

interface GradescopeTest {
  readonly name: string;
  readonly number: string;
  readonly score?: number;
  readonly max_score?: number;
  readonly status?: "passed" | "failed";
  readonly output?: string;
  readonly output_format?: "text";
  readonly visibility: "visible" | "hidden";
}

/**
 * A `results.json` for each submission, as Gradescope reads it from an autograder.
 *
 * Source: gradescope-autograders.readthedocs.io/en/latest/specs (read 2026-11). `score` at the top stands before the sum
 * of the tests, so lateness counts. Every exercise is listed with its points, also with 0; its tests follow with a status
 * and no points, hidden ones with the visibility "hidden", which students never see. What students see of a hidden test is
 * its title and hint, in the output of its exercise; there stands what a person said, too.
 */
export function gradescope(course: CourseMarks): Exported {
  const resultsOf = resultOf(course);
  const commentsOf = commentOf(course);
  const handedIn = course.marks.filter(({ attempt }) => attempt !== undefined);
  const ready = handedIn.filter(({ isPending }) => !isPending);
  return {
    files: new Map(
      ready.map((mark) => [
        `${fileNameOf(mark.assignment)}/${fileNameOf(mark.student)}/results.json`,
        `${JSON.stringify(resultsJson(mark, resultsOf, commentsOf), null, 1)}\n`,
      ]),
    ),
    notes: [
      ...noteOn(
        handedIn.filter(({ isPending }) => isPending).map(({ student }) => student),
        (count) => `${count} marks are not final, and have no results.json`,
      ),
      ...noteOn(
        course.marks.filter(({ attempt }) => attempt === undefined).map(({ student }) => student),
        (count) => `${count} students handed nothing in, and have no results.json`,
      ),
    ],
  };
}

function resultsJson(mark: FinalMark, resultsOf: ResultOf, commentsOf: CommentOf): object {
  const seconds = mark.cells.reduce((sum, cell) => sum + (resultsOf(mark, cell)?.ms ?? 0), 0) / 1000;
  return {
    score: within(mark.score, mark.points),
    execution_time: Number(seconds.toFixed(3)),
    output: markWords(mark),
    output_format: "text",
    visibility: "visible",
    // What a submission printed is not for other eyes than its author's, who has it in the notebook.
    stdout_visibility: "hidden",
    tests: mark.cells.flatMap((cell, place) =>
      testsOf(mark, cell, `${place + 1}`, { resultsOf, comment: commentsOf(mark, cell) }),
    ),
  };
}

function testsOf(
  mark: FinalMark,
  cell: FinalCell,
  number: string,
  { resultsOf, comment }: { readonly resultsOf: ResultOf; readonly comment: string },
): GradescopeTest[] {
  const tests = resultsOf(mark, cell)?.tests ?? [];
  const lost = tests.filter(({ hidden, status }) => hidden && status !== "pass");
  const words = [
    cell.manual !== undefined ? "Read by a person." : statusWords[cell.status],
    ...lost.map(({ title, hint }) => `Hidden test: ${title}${hint === undefined ? "" : `. ${hint}`}`),
    ...(comment === "" ? [] : [`Comment: ${comment}`]),
  ];
  return [
    {
      name: cell.title,
      number,
      score: within(cell.score, cell.points),
      max_score: cell.points,
      output: words.join("\n"),
      output_format: "text",
      visibility: "visible",
    },
    ...tests.map((test, at) => testEntry(test, `${number}.${at + 1}`)),
  ];
}

function testEntry({ title, hidden, status, message }: TestResult, number: string): GradescopeTest {
  return {
    name: title,
    number,
    status: status === "pass" ? "passed" : "failed",
    ...(message !== undefined && { output: message, output_format: "text" }),
    visibility: hidden ? "hidden" : "visible",
  };
}

const within = (score: number, most: number): number => Math.min(Math.max(score, 0), most);

const statusWords: Readonly<Record<FinalCell["status"], string>> = {
  pass: "All tests pass.",
  partial: "Some tests pass.",
  fail: "A test fails.",
  error: "The answer throws an error.",
  timeout: "The answer took too long, and was stopped.",
  memory: "The answer took too much memory, and was stopped.",
  crashed: "The answer ended the program.",
  "not-attempted": "The answer is as it was handed out.",
  "infra-error": "Judging failed on our side.",
  "to-review": "A person has to read it.",
  reviewed: "Read by a person.",
  missing: "Nothing was handed in.",
};
