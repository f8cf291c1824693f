import type { Attempt, AttemptFile } from "../gradebook/attempt.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { FinalCell, FinalMark } from "../gradebook/finalMark.ts";
import type { GradedCell } from "../gradebook/gradedCell.ts";
import type { ManualMark } from "../gradebook/manualMark.ts";
import { type AcceptedAttempt, acceptedAttempts } from "./acceptedAttempts.ts";
import { deadlineOf } from "./deadlineOf.ts";
import type { MarksInput } from "./marksInput.ts";
import { roundPoints } from "./roundPoints.ts";

type Cell = FinalCell & { readonly isPending: boolean };

/**
 * What each student gets for an assignment. A mark that waits for something is pending and never a zero: for the judge
 * (no result yet, or one that failed on our side), for a person (an answer to read, a file that cannot be read), or for
 * the student, before the deadline. Without a deadline, nothing handed in is "missing" at once.
 *
 * Of several attempts counts the last, or with "best" the one with the highest score after lateness, and of equal ones
 * the earlier. An attempt after the last accepted day never counts.
 *
 * Each day late costs its percent of the assignment's points, not of the student's; what it costs is never more than
 * what there is. Points are rounded to two decimals: each cell's first, then the penalty.
 */
export function finalMarks(input: MarksInput): FinalMark[] {
  const attempts = Map.groupBy(
    input.attempts.filter(({ assignment }) => assignment === input.assignment),
    ({ student }) => student,
  );
  const lookUp = lookUps(input);
  return input.students.map(({ id }) => markOf(id, attempts.get(id) ?? [], input, lookUp));
}

interface LookUp {
  readonly result: (student: string, cell: GradedCell, sha256: string) => CellResult | undefined;
  readonly manual: (student: string, cell: GradedCell) => ManualMark | undefined;
}

function markOf(student: string, attempts: readonly Attempt[], input: MarksInput, lookUp: LookUp): FinalMark {
  const { course, assignment } = input;
  const due = deadlineOf(course, assignment, student);
  const accepted = acceptedAttempts(attempts, due, course);
  const policy = course.assignments[assignment]?.attempts ?? course.attempts;
  const isOpen = due !== undefined && input.now.getTime() <= due;
  const counted = (policy === "last" ? accepted.slice(-1) : accepted).map((each) =>
    scored(student, each, input, lookUp),
  );
  const [first = scored(student, undefined, input, lookUp), ...more] = counted;
  const best = more.reduce((a, b) => (b.score > a.score ? b : a), first);
  // Of several attempts, one that still waits may turn out to be the best.
  const waits = counted.some(({ isPending }) => isPending) || (counted.length === 0 && isOpen);
  const mark = { ...best, isPending: waits || best.isPending };
  if (counted.length > 0 || !isOpen) return mark;
  return { ...mark, cells: mark.cells.map((cell) => ({ ...cell, status: notYet(cell) })) };
}

/** Before the deadline nothing is missing. */
const notYet = ({ status }: FinalCell): FinalCell["status"] =>
  status === "missing" ? "not-attempted" : status;

function scored(
  student: string,
  accepted: AcceptedAttempt | undefined,
  input: MarksInput,
  lookUp: LookUp,
): FinalMark {
  const { course, assignment } = input;
  const { attempt, days = 0 } = accepted ?? {};
  const cells = input.cells.map((cell) => cellOf(student, cell, attempt, input, lookUp));
  const sum = (of: "score" | "points"): number =>
    roundPoints(cells.reduce((total, cell) => total + cell[of], 0));
  const [raw, points] = [sum("score"), sum("points")];
  const cost = roundPoints((points * course.late.percentPerDay * days) / 100);
  const penalty = Math.max(0, Math.min(raw, cost));
  return {
    student,
    assignment,
    attempt: attempt?.id,
    submittedAt: attempt?.submittedAt ?? null,
    cells: cells.map(({ isPending: _, ...cell }) => cell),
    raw,
    penalty,
    score: Math.max(0, roundPoints(raw - penalty)),
    points,
    daysLate: days,
    isPending: cells.some((cell) => cell.isPending),
  };
}

function cellOf(
  student: string,
  cell: GradedCell,
  attempt: Attempt | undefined,
  input: MarksInput,
  lookUp: LookUp,
): Cell {
  const file = attempt && fileOf(attempt, cell.notebook);
  const result = file && lookUp.result(student, cell, file.sha256);
  const isJudged = result !== undefined && result.status !== "infra-error";
  const automatic = isJudged ? roundPoints(result.score) : undefined;
  const mark = lookUp.manual(student, cell);
  const given = mark?.score ?? null;
  const common = {
    notebook: cell.notebook,
    gradeId: cell.gradeId,
    title: cell.title,
    points: cell.points,
    automatic: cell.kind === "tests" ? automatic : undefined,
    manual: given === null ? undefined : roundPoints(given),
    isStale: mark !== undefined && file !== undefined && isStale(mark, cell, file, input),
  };
  if (given !== null) return { ...common, score: roundPoints(given), status: "reviewed", isPending: false };
  const open = { ...common, score: 0, isPending: true };
  if (!attempt) return { ...open, status: "missing", isPending: false };
  if (!file) {
    // Something was handed in that nobody could read: a person has to look, and no zero is given unseen.
    const isUnread = attempt.files.some(({ notebook, problem }) => notebook === null && problem !== null);
    return isUnread ? { ...open, status: "to-review" } : { ...open, status: "missing", isPending: false };
  }
  if (cell.kind === "tests") {
    if (automatic === undefined) return { ...open, status: "infra-error" };
    return { ...common, score: automatic, status: (result as CellResult).status, isPending: false };
  }
  // The judge finds answers that nobody touched: there is nothing to read.
  const isUntouched = result?.status === "not-attempted";
  return isUntouched
    ? { ...common, score: 0, status: "not-attempted", isPending: false }
    : { ...open, status: "to-review" };
}

/** The file of an attempt that counts as this notebook. */
const fileOf = ({ files }: Attempt, notebook: string): AttemptFile | undefined =>
  files.find((file) => file.notebook === notebook && file.problem === null);

function isStale(mark: ManualMark, cell: GradedCell, file: AttemptFile, input: MarksInput): boolean {
  const now = input.answerSha(mark.student, cell, file.sha256);
  return now !== undefined && now !== mark.answerSha;
}

function lookUps({ results, manualMarks, variantOf }: MarksInput): LookUp {
  const key = (...parts: readonly string[]): string => parts.join("\0");
  const byKey = new Map(
    results.map((each) => {
      const { notebook, gradeId, sha256, testsSha, variant } = each;
      return [key(notebook, gradeId, sha256, testsSha, variant), each];
    }),
  );
  const byCell = new Map(manualMarks.map((mark) => [key(mark.student, mark.notebook, mark.gradeId), mark]));
  return {
    result: (student, { assignment, notebook, gradeId, testsSha }, sha256) =>
      byKey.get(key(notebook, gradeId, sha256, testsSha, variantOf(assignment, student, notebook))),
    manual: (student, { notebook, gradeId }) => byCell.get(key(student, notebook, gradeId)),
  };
}
