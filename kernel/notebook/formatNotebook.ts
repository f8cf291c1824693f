import type { Notebook } from "./notebook.ts";
import { sortedJson } from "./sortedJson.ts";

/** Text as nbformat stores it: a list of lines, each with its line end; what ends a line, Python decides. */
const lines = (text: string): string[] =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are line ends to Python
  text
    .match(/(?:\r\n|[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029])*?(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/g)
    ?.filter((line) => line !== "") ?? [];

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
            typeof value === "string" && mime !== "application/json" ? lines(value) : value,
          ]),
        );
        return { ...output, data };
      }),
    }),
  }));
  const minor = Math.max(notebook.nbformat_minor, 5); // cell ids came with 4.5
  return `${sortedJson({ ...notebook, cells, nbformat_minor: minor })}\n`;
}
