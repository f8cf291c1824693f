import type { CourseFile } from "../settings/courseFile.ts";
import { parseInstant } from "../time/parseInstant.ts";

/** The deadline of a student, in ms: an extension before the assignment's own. Undefined if there is none. */
export function deadlineOf(course: CourseFile, assignment: string, student: string): number | undefined {
  const settings = course.assignments[assignment];
  const { extensions = {}, due } = settings ?? {};
  const text = Object.hasOwn(extensions, student) ? extensions[student] : due;
  if (text === undefined) return undefined;
  const instant = parseInstant(text, course.timeZone);
  if (instant === undefined)
    throw new TypeError(
      `Cannot read a deadline of ${assignment}: it must be a date and time such as 2026-12-01T23:59, got ${text}`,
    );
  return instant;
}
