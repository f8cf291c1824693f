/** What a student handed in at one time for one assignment. */
export interface Attempt {
  /** From 1, in the order in which it came in. */
  readonly id: number;
  readonly student: string;
  readonly assignment: string;
  /** When the student handed it in, ISO 8601 with an offset; null if nothing says it. */
  readonly submittedAt: string | null;
  /** What says so. */
  readonly timeSource?: TimeSource;
  readonly receivedAt: string;
  /** How it came: "folder", "zip", "nbgrader", "moodle", "canvas". */
  readonly way: string;
  /** A short code that the student can be given: it stands for these bytes. */
  readonly receipt: string;
  readonly files: readonly AttemptFile[];
}

/**
 * Where the time of an attempt is from, the surest first: the instructor's own list, nbgrader's `timestamp.txt`, the
 * entries of a zip, the file itself. A download from an LMS says no time, but Canvas says whether it was late.
 */
export type TimeSource = "map" | "timestamp.txt" | "zip entry" | "file" | "none" | "none, late in Canvas";

export interface AttemptFile {
  /** As handed in. */
  readonly name: string;
  /** The notebook of the assignment that it is; null for any other file, and for one that cannot be read. */
  readonly notebook: string | null;
  /** Of its bytes, by which the store finds them. */
  readonly sha256: string;
  readonly bytes: number;
  /** What keeps it from being graded; null if nothing does. */
  readonly problem: string | null;
}
