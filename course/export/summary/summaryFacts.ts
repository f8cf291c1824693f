import type { FinalCell, FinalMark } from "../../gradebook/finalMark.ts";
import type { CourseMarks } from "../courseMarks.ts";
import { type ResultOf, resultOf } from "../resultOf.ts";
import { statusGroups } from "./statusGroups.ts";

/** What a summary shows of an assignment; nothing in it tells who is who. */
export interface AssignmentFacts {
  readonly title: string;
  readonly points: number;
  readonly students: number;
  readonly handedIn: number;
  readonly pending: number;
  /** Students with a mark of a person's whose answer changed since it was read. */
  readonly stale: number;
  /** Of those who handed in, and whose mark is final. */
  readonly scores: readonly number[];
  /** How many handed in in time, so many days late, or not at all, in this order. */
  readonly lateness: readonly Count[];
  readonly exercises: readonly ExerciseFacts[];
}

export interface ExerciseFacts {
  readonly title: string;
  readonly points: number;
  /** Of those who handed in, without those that wait for a person or for the judge. */
  readonly scores: readonly number[];
  readonly statuses: readonly Count[];
  /** Of judging, in ms. */
  readonly times: readonly number[];
  /** Tests with the answers that they reject, the most rejecting first. */
  readonly tests: readonly (Count & { readonly of: number; readonly isHidden: boolean })[];
}

export interface Count {
  readonly label: string;
  readonly count: number;
}

export function summaryFacts(course: CourseMarks, assignment: string): AssignmentFacts {
  const marks = course.marks.filter((mark) => mark.assignment === assignment);
  const handedIn = marks.filter(({ attempt }) => attempt !== undefined);
  const cells = course.cells.filter((cell) => cell.assignment === assignment);
  const resultsOf = resultOf(course);
  return {
    title: course.settings.assignments[assignment]?.title ?? assignment,
    points: cells.reduce((sum, { points }) => sum + points, 0),
    students: marks.length,
    handedIn: handedIn.length,
    pending: marks.filter(({ isPending }) => isPending).length,
    stale: marks.filter(({ cells }) => cells.some(({ isStale }) => isStale)).length,
    scores: handedIn.filter(({ isPending }) => !isPending).map(({ score }) => score),
    lateness: latenessOf(marks, handedIn),
    exercises: cells.map(({ notebook, gradeId, title, points }) => {
      const own = handedIn.flatMap((mark) => {
        const cell = mark.cells.find((each) => each.notebook === notebook && each.gradeId === gradeId);
        return cell ? [{ mark, cell }] : [];
      });
      return { title, points, ...exerciseFacts(own, resultsOf) };
    }),
  };
}

type Own = { readonly mark: FinalMark; readonly cell: FinalCell };

function exerciseFacts(own: readonly Own[], resultsOf: ResultOf): Omit<ExerciseFacts, "title" | "points"> {
  const results = own.flatMap(({ mark, cell }) => resultsOf(mark, cell) ?? []);
  const tests = Map.groupBy(
    results.flatMap((result) => result.tests),
    ({ title, hidden }) => JSON.stringify([title, hidden]),
  );
  return {
    scores: own.filter(({ cell }) => !waiting.has(cell.status)).map(({ cell }) => cell.score),
    statuses: order.flatMap((status) => {
      const count = own.filter(({ cell }) => cell.status === status).length;
      return count > 0 ? [{ label: status, count }] : [];
    }),
    times: results.map(({ ms }) => ms),
    tests: [...tests.values()]
      .map((runs) => ({
        label: runs[0]?.title ?? "",
        isHidden: runs[0]?.hidden ?? false,
        count: runs.filter(({ status }) => status !== "pass").length,
        of: runs.length,
      }))
      .sort((a, b) => b.count / b.of - a.count / a.of),
  };
}

const waiting: ReadonlySet<FinalCell["status"]> = new Set(["to-review", "infra-error"]);

const order = Object.values(statusGroups).flatMap(({ statuses }) => statuses);

function latenessOf(marks: readonly FinalMark[], handedIn: readonly FinalMark[]): Count[] {
  const byDays = Map.groupBy(handedIn, ({ daysLate }) => daysLate);
  const days = [...byDays.keys()].sort((a, b) => a - b);
  const missing = marks.length - handedIn.length;
  return [
    ...days.map((late) => ({
      label: late === 0 ? "in time" : late === 1 ? "1 day late" : `${late} days late`,
      count: byDays.get(late)?.length ?? 0,
    })),
    ...(missing > 0 ? [{ label: "nothing handed in", count: missing }] : []),
  ];
}
