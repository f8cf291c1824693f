import { StoredAnswers } from "./answers/storedAnswers.ts";
import { Gradebook } from "./gradebook/gradebook.ts";
import { readManifest } from "./manifest/readManifest.ts";
import { courseKeys } from "./release/courseKeys.ts";
import type { CourseFile } from "./settings/courseFile.ts";
import { type CoursePaths, coursePaths } from "./settings/coursePaths.ts";
import { readCourse } from "./settings/readCourse.ts";
import { HandedOut } from "./variants/handedOut.ts";

export interface OpenCourse {
  readonly course: CourseFile;
  readonly paths: CoursePaths;
  /** To be disposed by who opened the course. */
  readonly gradebook: Gradebook;
  /** What each student got. */
  readonly handedOut: HandedOut;
  /** What they wrote. */
  readonly answers: StoredAnswers;
}

/** @throws {Refusal} (exit code 2) if there is no course in the folder, or it cannot be read */
export function openCourse(root: string): OpenCourse {
  const course = readCourse(root);
  const paths = coursePaths(root);
  const handedOut = new HandedOut(
    course,
    (assignment) => readManifest(paths.manifests, assignment),
    () => courseKeys(paths).secret,
  );
  const answers = new StoredAnswers(paths.store, handedOut);
  return { course, paths, gradebook: new Gradebook(paths.gradebook), handedOut, answers };
}
