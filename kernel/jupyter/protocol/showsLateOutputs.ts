import type { Message } from "../shared/message.ts";

/**
 * Whether the client shows under a cell what comes after the cell's `idle`. One that names the cell by its id does: it is a
 * notebook on a screen (JupyterLab, VS Code), whose cell goes on hearing. Programs that run a notebook, and consoles, name
 * none, and most stop listening at `idle`.
 */
export function showsLateOutputs({ metadata }: Message): boolean {
  return typeof metadata.cellId === "string" && metadata.cellId !== "";
}
