/** Whose a file is, and for what, as far as its path says. */
export interface Place {
  /** What the source calls the student, whole: what `--map` has in its first column. */
  readonly who: string;
  /** The file, as the student named it. */
  readonly name: string;
  /** The student's names, where they are in the path: in the order of the LMS, and perhaps without spaces. */
  readonly fullName?: string;
  /** How an LMS knows the student: a column of its lists, and what stands there. */
  readonly lms?: Readonly<Record<string, string>>;
  readonly assignment?: string;
  /** Whether the LMS hides who it is. */
  readonly isAnonymous?: boolean;
  /** Whether Canvas says that it came late. */
  readonly isLate?: boolean;
  /** Grows with the time of upload. */
  readonly upload?: number;
  /** Whether a student could be called so: a folder, yes; a loose file is rather called as the assignment is. */
  readonly isStudentsName: boolean;
}

/** Reads a path. Undefined if it is none of this way's. */
export type ReadPlace = (path: string) => Place | undefined;
