import { existsSync } from "node:fs";
import { Refusal } from "../../kernel/refusal.ts";
import { deadlineOf } from "../marks/deadlineOf.ts";
import { finalMarks } from "../marks/finalMarks.ts";
import { marksInputOf } from "../marks/marksInputOf.ts";
import { openCourse } from "../openCourse.ts";
import { coursePaths } from "../settings/coursePaths.ts";
import { readCourse } from "../settings/readCourse.ts";
import type { CourseMarks } from "./courseMarks.ts";

/**
 * All that a course knows of the marks of some assignments.
 *
 * @param root folder of the course
 * @param wanted names of assignments; none: all that were released
 * @throws {Refusal} (exit code 2) if there is no course, no gradebook, or an assignment was not released
 */
export function readMarks(root: string, wanted: readonly string[], now: () => Date): CourseMarks {
  readCourse(root); // without a course there is nothing to look for in it
  const { gradebook: path } = coursePaths(root);
  if (!existsSync(path))
    throw new Refusal(
      `Cannot export marks: the course must have a gradebook, got nothing at ${path}\n` +
        "  Try   genloss course release ASSIGNMENT, then collect and grade",
      2,
    );
  const open = openCourse(root);
  const { course: settings, handedOut } = open;
  using gradebook = open.gradebook;
  const released = gradebook.assignments();
  const assignments = wanted.length === 0 ? released : [...new Set(wanted)];
  const unknown = assignments.filter((name) => !released.includes(name));
  if (unknown.length > 0 || assignments.length === 0)
    throw new Refusal(
      `Cannot export marks: assignments must be released, got ${unknown.join(", ") || "a course without one"}; released: ${released.join(", ") || "none"}\n` +
        `  Try   genloss course release ${unknown[0] ?? "ASSIGNMENT"}`,
      2,
    );
  const students = gradebook.students();
  const parts = assignments.map((assignment) => {
    const input = marksInputOf(open, assignment, now());
    return { ...input, marks: finalMarks(input) };
  });
  const due = assignments.flatMap((assignment) => {
    const instant = deadlineOf(settings, assignment, "");
    return instant === undefined ? [] : [[assignment, new Date(instant).toISOString()] as const];
  });
  return {
    ...{ settings, assignments, students, variantOf: handedOut.variantOf },
    cells: parts.flatMap(({ cells }) => cells),
    attempts: parts.flatMap(({ attempts }) => attempts),
    results: parts.flatMap(({ results }) => results),
    manual: parts.flatMap(({ manualMarks }) => manualMarks),
    marks: parts.flatMap(({ marks }) => marks),
    due: Object.fromEntries(due),
  };
}
