import { Gradebook } from "./gradebook/gradebook.ts";
import type { CourseFile } from "./settings/courseFile.ts";
import { type CoursePaths, coursePaths } from "./settings/coursePaths.ts";
import { readCourse } from "./settings/readCourse.ts";

export interface OpenCourse {
  readonly course: CourseFile;
  readonly paths: CoursePaths;
  /** To be disposed by who opened the course. */
  readonly gradebook: Gradebook;
}

/** @throws {Refusal} (exit code 2) if there is no course in the folder, or it cannot be read */
export function openCourse(root: string): OpenCourse {
  const course = readCourse(root);
  const paths = coursePaths(root);
  return { course, paths, gradebook: new Gradebook(paths.gradebook) };
}
