import type { CellOutput } from "../session/cellOutput.ts";
import type { CellOutcome } from "../session/session.ts";

/** What the parent process tells the one that runs the cells. */
export type Order =
  | { readonly type: "run"; readonly id: string; readonly source: string }
  | { readonly type: "end" };

/** What the process that runs the cells tells its parent, in order. */
export type Report =
  | { readonly type: "ready" }
  | { readonly type: "output"; readonly id: string; readonly output: CellOutput }
  | { readonly type: "done"; readonly id: string; readonly outcome: CellOutcome }
  /** Something that a cell had started failed after the cell's end. */
  | { readonly type: "late-failure"; readonly id: string; readonly outcome: CellOutcome };
