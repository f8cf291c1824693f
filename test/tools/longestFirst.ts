import { join } from "node:path";

/** Files that take long, longest first, as the end of `npm test` names them. What is not here takes a few seconds. */
export const slow: readonly string[] = [
  "test/notebooks/exercises.test.ts",
  "test/course/nbgrader.test.ts",
  "test/notebooks/faultsFrom9.test.ts",
  "test/notebooks/faultsTo8.test.ts",
  "test/notebooks/page.test.ts",
  "test/house/pack.test.ts",
  "test/wild/wild.test.ts",
  "test/kernel/compile/differential/differential.test.ts",
  "test/jupyter/notebooks.test.ts",
  "test/book/pages.test.ts",
  "test/course/grade/slots.test.ts",
  "test/course/sandbox/probes.test.ts",
  "test/course/release/ownMachine.test.ts",
  "test/course/grade/resume.test.ts",
  "test/course/judge/statuses.test.ts",
  "test/course/judge/book.test.ts",
  "test/cli/courseCommands.test.ts",
  "test/lib/tensor/gradients.test.ts",
  "test/course/nbgraderCells.test.ts",
  "test/lab/lab.test.ts",
  "test/jupyter/clients.test.ts",
  "test/jupyter/interrupts.test.ts",
  "test/kernel/corpus/process.test.ts",
  "test/tslab/chapters.test.ts",
  "test/cli/kill.test.ts",
  "test/house/silentPeers.test.ts",
  "test/jupyter/corpus.test.ts",
  "test/book/steered.test.ts",
  "test/tslab/tslabCells.test.ts",
  "test/kernel/compile/compileCell.test.ts",
  "test/data/files.test.ts",
  "test/jupyter/output.test.ts",
  "test/jupyter/findings.test.ts",
  "test/jupyter/protocol.test.ts",
  "test/book/build.test.ts",
  "test/cli/run.test.ts",
];

/** Puts the files that take long before the others, so that the last to end are short. */
export function longestFirst(files: readonly string[], root: string): string[] {
  const first = slow.map((name) => join(root, name)).filter((path) => files.includes(path));
  return [...first, ...files.filter((path) => !first.includes(path))];
}
