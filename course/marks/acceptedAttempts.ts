import type { Attempt } from "../gradebook/attempt.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import { parseInstant } from "../time/parseInstant.ts";
import { daysLate } from "./daysLate.ts";

/** An attempt that may count, with the days that it is late. */
export interface AcceptedAttempt {
  readonly attempt: Attempt;
  readonly days: number;
}

/**
 * A student's attempts that are not after the last accepted day, in the order in which they were handed in. One whose
 * time nobody knows stands where it came in, and is not late: nothing shows that it is.
 */
export function acceptedAttempts(
  attempts: readonly Attempt[],
  due: number | undefined,
  { late, timeZone }: Pick<CourseFile, "late" | "timeZone">,
): AcceptedAttempt[] {
  const { graceMinutes, mostDays = Number.POSITIVE_INFINITY } = late;
  return attempts
    .map((attempt) => {
      const submitted = instantOf(attempt.submittedAt, timeZone);
      const days =
        due === undefined || submitted === undefined ? 0 : daysLate(submitted, due, graceMinutes, timeZone);
      return { attempt, days, at: submitted ?? instantOf(attempt.receivedAt, timeZone) ?? 0 };
    })
    .filter(({ days }) => days <= mostDays)
    .sort((a, b) => a.at - b.at || a.attempt.id - b.attempt.id)
    .map(({ attempt, days }) => ({ attempt, days }));
}

const instantOf = (text: string | null, timeZone: string): number | undefined =>
  text === null ? undefined : parseInstant(text, timeZone);
