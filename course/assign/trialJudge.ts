import type { CellResult } from "../gradebook/cellResult.ts";
import type { JudgedCell, JudgeTest, ManifestNotebook } from "../manifest/assignmentManifest.ts";

/** What a judge says of one answer. */
export type Judgement = Pick<CellResult, "status" | "tests">;

/** Judges answers to one cell, one after the other. */
export interface TrialJudge extends AsyncDisposable {
  /**
   * @param answers by id of the cell; those that are left out stay as students get them
   * @param tests those of the cell, or in their place others
   */
  judge(answers: ReadonlyMap<string, string>, tests: readonly JudgeTest[]): Promise<Judgement>;
}

/** Makes a judge ready: once for all answers to a cell. */
export type OpenJudge = (notebook: ManifestNotebook, cell: JudgedCell) => Promise<TrialJudge>;
