import type { MimeBundle, Output } from "../notebook/notebook.ts";

/** Shows something else where an earlier display stands, in whichever cell. */
export interface UpdateDisplay {
  readonly output_type: "update_display_data";
  readonly data: MimeBundle;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient: { readonly display_id: string };
}

/** Empties the cell's outputs: at once, or as the next one comes. */
export interface ClearOutput {
  readonly output_type: "clear_output";
  readonly wait: boolean;
}

/** What a running cell may send: an output of the notebook format, or a change to earlier ones. */
export type CellOutput = Output | UpdateDisplay | ClearOutput;
