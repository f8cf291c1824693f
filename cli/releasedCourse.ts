import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { courseKeys } from "../course/release/courseKeys.ts";
import type { CourseFile } from "../course/settings/courseFile.ts";
import { coursePaths } from "../course/settings/coursePaths.ts";
import { readCourse } from "../course/settings/readCourse.ts";
import { Refusal } from "../kernel/refusal.ts";

export interface ReleasedCourse {
  readonly root: string;
  readonly course: CourseFile;
  /** The same on all machines that have its folder. */
  readonly id: string;
}

/**
 * A course of which something was released, from its folder.
 *
 * @throws {Refusal} (exit code 2) if there is none, or what is private in it did not come along
 */
export function releasedCourse(folder: string): ReleasedCourse {
  const root = resolve(folder);
  const course = readCourse(root);
  const paths = coursePaths(root);
  if (!existsSync(paths.manifests))
    throw new Refusal(
      `Cannot work for a course: ${root} must be the folder from which it was released, with what is private in it, got no ${paths.manifests}`,
      2,
    );
  return { root, course, id: courseKeys(paths).publicKey };
}
