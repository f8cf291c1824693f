import { existsSync, readdirSync } from "node:fs";
import type { Gradebook } from "./gradebook/gradebook.ts";
import type { CourseFile } from "./settings/courseFile.ts";
import type { CoursePaths } from "./settings/coursePaths.ts";

/** Names of a course's assignments: those with settings, those that were released, those with graded cells. */
export function knownAssignments(
  paths: CoursePaths,
  course: CourseFile,
  gradebook: Gradebook,
): ReadonlySet<string> {
  const released = existsSync(paths.manifests)
    ? readdirSync(paths.manifests).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? [])
    : [];
  return new Set([...Object.keys(course.assignments), ...released, ...gradebook.assignments()].sort());
}
