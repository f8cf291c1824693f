import { Refusal } from "../../kernel/refusal.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";
import type { AssignmentSource } from "../source/readAssignment.ts";
import type { SourceNotebook } from "../source/readSource.ts";
import type { SourceFault } from "../source/sourceFault.ts";
import type { AssignOptions } from "./assignAssignment.ts";
import { keyOf } from "./trialCache.ts";
import type { Judgement } from "./trialJudge.ts";
import { withoutTimes } from "./withoutTimes.ts";

/**
 * Has each solution judged as students' answers will be: a test that passes in a notebook may ask for what cannot be had
 * from outside, as the class of an object. Where this machine cannot judge so, it is a warning.
 *
 * @throws {Error} if the judge cannot judge
 */
export async function tryOutside(
  { name: assignment, notebooks }: AssignmentSource,
  { judgeOutside, cache, version, onProgress }: AssignOptions,
): Promise<{ readonly faults: readonly SourceFault[]; readonly warnings: readonly SourceFault[] }> {
  const faults: SourceFault[] = [];
  if (!judgeOutside) return { faults, warnings: [] };
  const keyIn = ({ solutions }: SourceNotebook, cell: JudgedCell): string =>
    keyOf([version, cell.testsSha, cell.answers.map((id) => solutions.get(id)), "outside"]);
  for (const [number, notebook] of notebooks.entries()) {
    const file = `source/${assignment}/${notebook.name}.ipynb`;
    const cells = notebook.manifest.cells.filter(({ kind }) => kind === "tests");
    const known = new Map(
      cells.map((cell) => [cell, cache.get(keyIn(notebook, cell)) as Judgement | undefined]),
    );
    if ([...known.values()].includes(undefined)) {
      onProgress?.({ done: number, total: notebooks.length, about: `${notebook.name}, as when grading` });
      try {
        const judged = await judgeOutside(notebook);
        for (const cell of cells) {
          const judgement = judged.get(cell.gradeId);
          if (!judgement || judgement.status === "infra-error")
            throw new Error(
              `The judge could not judge ${cell.gradeId}: ${judgement?.tests.find(({ message }) => message)?.message}`,
            );
          known.set(cell, judgement);
          cache.set(keyIn(notebook, cell), withoutTimes(judgement));
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const [words] = error.message.split("\n");
        const message = `the solution was not judged as answers will be: ${words}; genloss course doctor says what to install`;
        return { faults, warnings: [{ file, message }] };
      }
    }
    for (const [cell, judgement] of known)
      for (const { status, title, message = "" } of judgement?.tests ?? [])
        if (status !== "pass")
          faults.push({
            ...{ file, cell: cell.id },
            message: `judged as when grading, from outside, the solution fails the test "${title}": ${message.split("\n")[0]}; ask for values that a pipe can carry`,
          });
  }
  return { faults, warnings: [] };
}
