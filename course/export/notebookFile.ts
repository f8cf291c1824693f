import type { AttemptFile } from "../gradebook/attempt.ts";

/** The file of an attempt that counts as a notebook of the assignment: the first that can be graded. */
export const notebookFile = (files: readonly AttemptFile[], notebook: string): AttemptFile | undefined =>
  files.find((file) => file.notebook === notebook && file.problem === null);
