import assert from "node:assert/strict";
import type { CodeCell, Notebook } from "../../../kernel/notebook/notebook.ts";

/** How a check refuses an answer: by its own words, or because the library refuses what the answer gave. */
export const refusal: RegExp = /^(?:CheckError|RangeError)/;

export function cellOf({ cells }: Notebook, id: string): CodeCell {
  const found = cells.find((cell): cell is CodeCell => cell.cell_type === "code" && cell.id === id);
  assert.ok(found, `the notebook holds the code cell ${id}`);
  return found;
}

/** The errors of cells, in words. */
export const said = (cells: readonly CodeCell[]): string =>
  cells
    .flatMap(({ outputs }) => outputs)
    .flatMap((output) => (output.output_type === "error" ? [`${output.ename}: ${output.evalue}`] : []))
    .join("\n");

/** Outputs to which nbgrader gives a meaning: an error and stderr mean no points, a value is the mark. */
export const straysOf = ({ outputs }: CodeCell): unknown[] =>
  outputs.filter(
    (output) =>
      output.output_type === "error" ||
      output.output_type === "execute_result" ||
      (output.output_type === "stream" && output.name === "stderr"),
  );

/** What the type checker says below a cell. */
export const findingsOf = ({ outputs }: CodeCell): unknown[] =>
  outputs.flatMap((output) =>
    "data" in output && "application/vnd.genloss.diagnostics+json" in output.data
      ? [output.data["text/plain"]]
      : [],
  );
