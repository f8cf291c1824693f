import type { Notebook } from "./notebook.ts";

/** Keys in the order that Jupyter's own writer uses, so that saving in JupyterLab makes no diff. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, child]) => [key, sorted(child)]),
  );
}

/** Text as nbformat stores it: a list of lines, each with its line end. */
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * Writes a notebook as the text of an .ipynb file, byte for byte as Jupyter would: one space of
 * indentation, sorted keys, texts as lists of lines. `parseNotebook` reads it back unchanged.
 */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: lines(cell.source),
    ...(cell.cell_type === "code" && {
      outputs: cell.outputs.map((output) => {
        if (output.output_type === "stream") return { ...output, text: lines(output.text) };
        if (output.output_type === "error") return output;
        const data = Object.fromEntries(
          Object.entries(output.data).map(([mime, value]) => [
            mime,
            typeof value === "string" && !mime.endsWith("json") ? lines(value) : value,
          ]),
        );
        return { ...output, data };
      }),
    }),
  }));
  const minor = Math.max(notebook.nbformat_minor, 5); // cell ids came with 4.5
  return `${JSON.stringify(sorted({ ...notebook, cells, nbformat_minor: minor }), null, 1)}\n`;
}
