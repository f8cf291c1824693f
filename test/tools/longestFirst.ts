import { join } from "node:path";

/** Files that take long, longest first. What is not here takes a few seconds. */
export const slow: readonly string[] = [
  "test/tslab/chapters.test.ts",
  "test/jupyter/notebooks.test.ts",
  "test/notebooks/exercises.test.ts",
  "test/lib/tensor/gradients.test.ts",
  "test/book/pages.test.ts",
  "test/notebooks/faults.test.ts",
  "test/lab/lab.test.ts",
  "test/jupyter/corpus.test.ts",
  "test/jupyter/interrupts.test.ts",
  "test/lib/tensor/training.test.ts",
  "test/book/steered.test.ts",
  "test/cli/run.test.ts",
  "test/kernel/corpus/process.test.ts",
  "test/jupyter/conformance.test.ts",
  "test/jupyter/hostile.test.ts",
  "test/jupyter/output.test.ts",
  "test/kernel/compile/compileCell.test.ts",
];

/** Puts the files that take long before the others, so that the last to end are short. */
export function longestFirst(files: readonly string[], root: string): string[] {
  const first = slow.map((name) => join(root, name)).filter((path) => files.includes(path));
  return [...first, ...files.filter((path) => !first.includes(path))];
}
