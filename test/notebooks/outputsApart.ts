import type { Cell, CodeCell, Notebook, Output } from "../../kernel/notebook/notebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";

/**
 * Runs some cells of a notebook alone, in a process of their own.
 *
 * @param whole the notebook with its outputs
 * @param path where it stands
 * @returns a line per cell that gives something else than in the whole; the number of its execution aside
 */
export async function outputsApart(whole: Notebook, ids: readonly string[], path: string): Promise<string[]> {
  const before = whole.cells.filter(isCode).filter(({ id }) => ids.includes(id));
  const { notebook, failure } = await runNotebook({ ...whole, cells: before }, { path });
  if (failure) return [`${failure.cellId} fails: ${failure.message}`];
  return notebook.cells.filter(isCode).flatMap(({ id, outputs }, place) => {
    const [alone, then] = [said(outputs), said(before[place]!.outputs)];
    return alone === then
      ? []
      : [`${id} gives ${around(alone, then)}, in the whole notebook ${around(then, alone)}`];
  });
}

const isCode = (cell: Cell): cell is CodeCell => cell.cell_type === "code";

const said = (outputs: readonly Output[]): string =>
  JSON.stringify(
    outputs.map((output) => ("execution_count" in output ? { ...output, execution_count: null } : output)),
  );

/** The part of a text where another one starts to differ from it. */
function around(text: string, other: string): string {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  return text.slice(Math.max(0, same - 60), same + 60);
}
