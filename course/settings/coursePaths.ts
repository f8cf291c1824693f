import { join } from "node:path";

/** Where things of a course are. What stands under `private` is for its owner alone. */
export interface CoursePaths {
  readonly root: string;
  readonly settings: string;
  /** `source/ASSIGNMENT/NOTEBOOK.ipynb`, with solutions and hidden tests in regions, and `NOTEBOOK.wrong.ts` beside it. */
  readonly source: string;
  /** `release/ASSIGNMENT/…`: what students get. */
  readonly release: string;
  /** `submitted/STUDENT/ASSIGNMENT/…`, as nbgrader has it. */
  readonly submitted: string;
  /** `feedback/STUDENT/ASSIGNMENT/NOTEBOOK.html` */
  readonly feedback: string;
  readonly exports: string;
  readonly gradebook: string;
  /** Bytes that were handed in, by their SHA-256. */
  readonly store: string;
  /** Secret of the course, from which each student's numbers follow, and the key that signs manifests. */
  readonly keys: string;
  /** `manifests/ASSIGNMENT.json` */
  readonly manifests: string;
  /** What grading keeps between runs; it can be made anew. */
  readonly cache: string;
}

export function coursePaths(root: string): CoursePaths {
  const at = (...parts: string[]): string => join(root, ...parts);
  return {
    root,
    settings: at("course.json"),
    source: at("source"),
    release: at("release"),
    submitted: at("submitted"),
    feedback: at("feedback"),
    exports: at("exports"),
    gradebook: at("private", "gradebook.sqlite"),
    store: at("private", "store"),
    keys: at("private", "keys.json"),
    manifests: at("private", "manifests"),
    cache: at("private", "cache"),
  };
}
