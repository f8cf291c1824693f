import type { AnswerSheet } from "../answers/answer.ts";
import type { AttemptFile } from "../gradebook/attempt.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { GradedCell } from "../gradebook/gradedCell.ts";
import type { ManualMark, RubricItem } from "../gradebook/manualMark.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";
import { answerKey, type CellName } from "./answerKey.ts";
import { Drafts } from "./drafts.ts";
import type { ReviewCourse } from "./reviewCourse.ts";
import type { ReviewEntry, ReviewState } from "./reviewEntry.ts";
import { taskCells } from "./taskCells.ts";

/** A graded cell with all that whoever reads its answers wants to know. */
export interface ReviewCell extends CellName, Pick<GradedCell, "kind" | "title" | "points"> {
  readonly judged: JudgedCell;
}

/** An exercise and how far its review is. */
export interface CellReview {
  readonly cell: ReviewCell;
  /** In the order of the review. */
  readonly entries: readonly ReviewEntry[];
  /** How many handed nothing in. */
  readonly absent: number;
}

/** What there is to review, read from the gradebook and the store as they are now. */
export class ReviewDesk {
  readonly course: ReviewCourse;
  readonly drafts: Drafts;

  /** @throws {Refusal} (exit code 2) if the reviewer's drafts cannot be read */
  constructor(course: ReviewCourse) {
    this.course = course;
    this.drafts = new Drafts(course.drafts, course.reviewer);
  }

  /** All graded cells: first those that a person reads. */
  cells(): readonly ReviewCell[] {
    const cells = this.course.manifests.flatMap(({ assignment, notebooks }) =>
      notebooks.flatMap(({ name: notebook, cells }) =>
        cells.map((judged): ReviewCell => {
          const { gradeId, kind, title, points } = judged;
          return { assignment, notebook, gradeId, kind, title, points, judged };
        }),
      ),
    );
    return cells.sort((a, b) => Number(a.kind === "tests") - Number(b.kind === "tests"));
  }

  cell({ assignment, notebook, gradeId }: CellName): ReviewCell | undefined {
    return this.cells().find(
      (cell) => cell.assignment === assignment && cell.notebook === notebook && cell.gradeId === gradeId,
    );
  }

  /** The reviews of cells, from one look at the gradebook for each assignment. */
  reviews(cells: readonly ReviewCell[]): readonly CellReview[] {
    const records = new Map<string, Records>();
    return cells.map((cell) => {
      const known = records.get(cell.assignment) ?? this.#records(cell.assignment);
      records.set(cell.assignment, known);
      return this.#review(cell, known);
    });
  }

  /**
   * Reads all answers, so that nobody waits for them at a page.
   *
   * @param tell called after each file
   */
  readAll(tell: (done: number, of: number) => void): void {
    const work = this.course.manifests.flatMap(({ assignment, notebooks }) =>
      this.#records(assignment).counting.flatMap(({ student, files }) =>
        files.flatMap(({ notebook, sha256 }) =>
          notebooks.some(({ name }) => name === notebook)
            ? [{ cell: { assignment, notebook: notebook as string }, student, sha256 }]
            : [],
        ),
      ),
    );
    for (const [index, { cell, student, sha256 }] of work.entries()) {
      this.course.answers.of(cell, student, sha256);
      tell(index + 1, work.length);
    }
  }

  rubric(cell: CellName): readonly RubricItem[] {
    return this.course.gradebook.rubric(cell.assignment).filter((item) => isOf(item, cell));
  }

  /** The marks that stand now, in whatever way they came there. */
  marks(cell: CellName): readonly ManualMark[] {
    return this.course.gradebook.manualMarks(cell.assignment).filter((mark) => isOf(mark, cell));
  }

  mark(cell: CellName, student: string): ManualMark | undefined {
    return this.marks(cell).find((mark) => mark.student === student);
  }

  /** How many marks have each item of a rubric. */
  rubricUses(cell: CellName): ReadonlyMap<string, number> {
    const ids = this.marks(cell).flatMap(({ rubric }) => rubric);
    return new Map([...Map.groupBy(ids, (id) => id)].map(([id, uses]) => [id, uses.length]));
  }

  /** Comments that were given on answers to this exercise, those given most often first. */
  comments(cell: CellName): readonly string[] {
    const counts = Map.groupBy(this.marks(cell), ({ comment }) => comment.trim());
    counts.delete("");
    return [...counts].sort(([, a], [, b]) => b.length - a.length).map(([comment]) => comment);
  }

  #records(assignment: string): Records {
    const { gradebook, finalMarks } = this.course;
    const byId = new Map(gradebook.attempts(assignment).map((attempt) => [attempt.id, attempt]));
    const counting = finalMarks(assignment).map(({ student, attempt }) => ({
      student,
      files: attempt === undefined ? [] : (byId.get(attempt)?.files ?? []),
    }));
    return {
      counting,
      results: new Map(gradebook.results(assignment).map((result) => [resultKey(result), result])),
      marks: new Map(gradebook.manualMarks(assignment).map((mark) => [markKey(mark, mark.student), mark])),
    };
  }

  #review(cell: ReviewCell, { counting, results, marks }: Records): CellReview {
    const found = counting.flatMap(({ student, files }) => {
      // The file that finalMarks takes: of two of one notebook the first that can be read.
      const file = files.find(({ notebook, problem }) => notebook === cell.notebook && problem === null);
      // What nobody could read may be this notebook: a person has to look.
      const unread = files.find(({ notebook, problem }) => notebook === null && problem !== null);
      if (!file && !unread) return [];
      const sheet: AnswerSheet = file
        ? this.course.answers.of(cell, student, file.sha256)
        : { problem: unread?.problem ?? "" };
      return [this.#entry(cell, student, sheet, { results, marks, sha256: file?.sha256 ?? "" })];
    });
    const entries = found
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((entry, index) => ({ ...entry, place: index + 1 }));
    return { cell, entries, absent: counting.length - entries.length };
  }

  #entry(
    cell: ReviewCell,
    student: string,
    sheet: AnswerSheet,
    { results, marks, sha256 }: Pick<Records, "results" | "marks"> & { readonly sha256: string },
  ): ReviewEntry {
    const answer = "problem" in sheet ? undefined : sheet.answers.get(cell.gradeId);
    const mark = marks.get(markKey(cell, student));
    const draft = this.drafts.of(cell, student);
    const { testsSha } = cell.judged;
    const own = this.course.handedOut.notebook(cell.assignment, student, cell.notebook);
    const variant = own?.variant ?? "";
    const result = results.get(resultKey({ ...cell, sha256, testsSha, variant }));
    const state = stateOf(cell, { answerSha: answer?.sha ?? "", mark, draft, result });
    return {
      ...{
        key: answerKey(this.course.seed, cell, student),
        student,
        place: 0,
        answer,
        mark,
        draft,
        result,
        state,
      },
      task: own ? taskCells(own, cell.judged) : [],
      problem: "problem" in sheet ? sheet.problem : undefined,
      repairs: "problem" in sheet ? [] : sheet.repairs,
      isOpen:
        ["to-review", "draft", "stale"].includes(state) ||
        // What tests took points for, a person may want to look at; where nothing was written there is nothing to read.
        (state === "judged" && cell.kind === "tests" && result !== undefined && result.score < cell.points),
    };
  }
}

interface Records {
  /** Files of the attempt that counts, by student. */
  readonly counting: readonly { readonly student: string; readonly files: readonly AttemptFile[] }[];
  readonly results: ReadonlyMap<string, CellResult>;
  readonly marks: ReadonlyMap<string, ManualMark>;
}

const isOf = (a: CellName, b: CellName): boolean =>
  a.assignment === b.assignment && a.notebook === b.notebook && a.gradeId === b.gradeId;

const markKey = ({ notebook, gradeId }: CellName, student: string): string =>
  JSON.stringify([notebook, gradeId, student]);

const resultKey = ({
  notebook,
  gradeId,
  sha256,
  testsSha,
  variant,
}: Pick<CellResult, "notebook" | "gradeId" | "sha256" | "testsSha" | "variant">): string =>
  JSON.stringify([notebook, gradeId, sha256, testsSha, variant]);

function stateOf(
  { kind }: ReviewCell,
  {
    answerSha,
    mark,
    draft,
    result,
  }: Pick<ReviewEntry, "mark" | "draft" | "result"> & { readonly answerSha: string },
): ReviewState {
  if (draft) return "draft";
  if (mark && mark.answerSha !== answerSha) return "stale";
  if (mark && mark.score !== null) return "reviewed";
  if (kind !== "tests") return result?.status === "not-attempted" ? "judged" : "to-review";
  if (!result || result.status === "infra-error") return "not-judged";
  return mark ? "commented" : "judged";
}
