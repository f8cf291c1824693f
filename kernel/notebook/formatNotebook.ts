import type { Notebook } from "./notebook.ts";
import { sortedJson } from "./sortedJson.ts";
import { splitLines } from "./splitLines.ts";

/** What Jupyter keeps as lines: text in the wide sense, not encoded pictures. */
const isSplit = (mime: string): boolean => /^text\/|^application\/javascript$|^image\/svg\+xml$/.test(mime);

/**
 * Writes a notebook as the text of an .ipynb file, byte for byte as Jupyter would: one space of
 * indentation, sorted keys, texts as lists of lines. `parseNotebook` reads it back unchanged.
 */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: splitLines(cell.source),
    ...(cell.cell_type === "code" && {
      outputs: cell.outputs.map((output) => {
        if (output.output_type === "stream") return { ...output, text: splitLines(output.text) };
        if (output.output_type === "error") return output;
        const data = Object.fromEntries(
          Object.entries(output.data).map(([mime, value]) => [
            mime,
            typeof value === "string" && isSplit(mime) ? splitLines(value) : value,
          ]),
        );
        return { ...output, data };
      }),
    }),
  }));
  const minor = Math.max(notebook.nbformat_minor, 5); // cell ids came with 4.5
  return `${sortedJson({ ...notebook, cells, nbformat_minor: minor })}\n`;
}
