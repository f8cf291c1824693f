import type { MimeBundle } from "../notebook/notebook.ts";
import { showTable } from "./showTable.ts";

/** What a data frame or a series of danfojs has, seen without loading danfojs. */
interface Frame {
  readonly shape: readonly number[];
  readonly columns: readonly string[];
  readonly index: readonly unknown[];
  readonly dtypes: readonly unknown[];
  /** Rows, or in a series the values. */
  readonly values: readonly unknown[];
}

/** Shows a data frame as a table, with its index as labels. */
export function renderFrame(value: unknown): MimeBundle | undefined {
  if (!isFrame(value)) return undefined;
  const { columns, index, values } = value;
  if (values.length === 0) return { "text/plain": `an empty data frame (columns: ${columns.join(", ")})` };
  return showTable({
    columns: columns.map(String),
    height: values.length,
    label: (row) => index[row],
    cell: (row, column) => {
      const cells = values[row];
      return Array.isArray(cells) ? cells[column] : cells;
    },
  });
}

function isFrame(value: unknown): value is Frame {
  if (typeof value !== "object" || value === null || !("dtypes" in value)) return false;
  const { shape, columns, index, dtypes, values } = value as Partial<Record<keyof Frame, unknown>>;
  return [shape, columns, index, dtypes, values].every(Array.isArray);
}
