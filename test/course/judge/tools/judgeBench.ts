import { fileURLToPath } from "node:url";
import { CellJudge, type Judgement, type JudgeOptions } from "../../../../course/judge/cellJudge.ts";
import { JudgeGround } from "../../../../course/judge/judgeGround.ts";
import type { PreparedCell } from "../../../../course/judge/prepareCell.ts";
import { prepareNotebook } from "../../../../course/judge/prepareNotebook.ts";
import { StudentProcesses } from "../../../../course/judge/student/studentProcesses.ts";
import { readSource } from "../../../../course/source/readSource.ts";
import type { Notebook } from "../../../../kernel/notebook/notebook.ts";
import { findBubblewrap } from "../../../tools/bubblewrap.ts";

const found = await findBubblewrap();

/** Why nothing can be judged at level A here, or false. */
export const noJudging: string | false = "reason" in found && found.reason;

const root = fileURLToPath(new URL("../../../../", import.meta.url));

export const limits: JudgeOptions["limits"] = {
  testSeconds: 3,
  cellSeconds: 9,
  memoryMegabytes: 128,
  outputCharacters: 2000,
};

/** Judges answers to the only exercise of a notebook, one after the other. */
export interface JudgeBench extends Disposable {
  readonly release: Notebook;
  readonly prepared: PreparedCell;
  /** @param answers by id of the cell, in place of what was handed out */
  judge(answers: Readonly<Record<string, string>>): Promise<Judgement>;
  judgeNotebook(notebook: Notebook): Promise<Judgement>;
}

/** @param more options that are not the ordinary ones */
export async function judgeBench(source: Notebook, more: Partial<JudgeOptions> = {}): Promise<JudgeBench> {
  const { manifest, faults } = readSource(source, { name: "exercise" });
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join("; "));
  const { cells } = await prepareNotebook(manifest, root, process.execPath);
  const [prepared] = cells;
  if (!prepared) throw new Error("the notebook must hold a graded cell");
  const processes = more.processes ?? new StudentProcesses("A");
  const options = { limits, credit: "all" as const, slot: 0, node: process.execPath, ...more, processes };
  const judge = new CellJudge(prepared, options, await JudgeGround.open(prepared.ground));
  const { release } = manifest;
  return {
    release,
    prepared,
    judge: (answers) =>
      judge.judge({
        ...release,
        cells: release.cells.map((cell) => ({ ...cell, source: answers[cell.id] ?? cell.source })),
      }),
    judgeNotebook: (notebook) => judge.judge(notebook),
    [Symbol.dispose]: () => processes[Symbol.dispose](),
  };
}
