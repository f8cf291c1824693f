import type { Notebook } from "../kernel/notebook/notebook.ts";

/**
 * The executed notebook as readers download it. Errors lose their stack: it names files of the machine that
 * built the book, and two machines must build the same bytes.
 */
export function takeHome(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    const outputs = cell.outputs.map((output) =>
      output.output_type === "error"
        ? { ...output, traceback: [`${output.ename}: ${output.evalue}`] }
        : output,
    );
    return { ...cell, outputs };
  });
  return { ...notebook, cells };
}
