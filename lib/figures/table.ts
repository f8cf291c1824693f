import { display, type MimeBundle } from "../show/display.ts";
import { escapeHtml } from "../show/escapeHtml.ts";
import { groupedDigits } from "../show/groupedDigits.ts";
import { shortNumber } from "../show/shortNumber.ts";

/** A row of a table: what stands under each heading. */
export type TableRow = Readonly<Record<string, number | string>>;

/** Rows that show themselves in a notebook as a table. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly caption: string | undefined;
  readonly [display]: () => MimeBundle;
}

/**
 * A small table, shown as HTML and as aligned text. The keys of the first row are its headings.
 *
 * Numbers are rounded for reading: whole ones stay whole; in a column with fractions, all have as many decimals as give
 * the largest four digits. A column whose numbers differ a thousandfold has four digits in each, and powers of ten below
 * 0.0001. From five digits on thousands stand apart.
 *
 * @param rows one object per row, all with the same keys; numbers or texts
 * @param options.caption what the table shows
 * @returns the rows as they were given, and a display
 * @throws {RangeError} if there is no row
 * @throws {TypeError} if a row has other keys than the first
 * @see chapter 3
 * @example table([{ M: 10, sd: 0.97266 }, { M: 100, sd: 0.99748 }]).rows[1] // => { M: 100, sd: 0.99748 }
 */
export function table(rows: readonly TableRow[], { caption }: { caption?: string } = {}): Table {
  const [first] = rows;
  if (!first) throw new RangeError("Cannot show a table: rows must hold at least 1 row, got 0");
  const headings = Object.keys(first);
  for (const [i, row] of rows.entries()) {
    if (Object.keys(row).join("\n") !== headings.join("\n")) {
      throw new TypeError(
        `Cannot show a table: rows[${i}] must have the keys ${headings.join(", ")}, got ${Object.keys(row).join(", ")}`,
      );
    }
  }
  const shown = { rows, caption };
  Object.defineProperty(shown, display, { value: () => show(rows, headings, caption) });
  return Object.freeze(shown) as unknown as Table;
}

/** How the numbers of a column are written. */
function format(values: readonly (number | string)[]): (value: number | string) => string {
  const numbers = values.filter((value) => typeof value === "number" && Number.isFinite(value)) as number[];
  const sizes = numbers.map(Math.abs).filter((size) => size > 0);
  const largest = Math.max(...sizes);
  const isEven = numbers.some((value) => !Number.isInteger(value)) && Math.min(...sizes) >= largest / 1000;
  const decimals = Math.min(Math.max(3 - Math.floor(Math.log10(largest)), 0), 12);
  return (value) => {
    if (typeof value === "string") return value;
    if (!isEven || !Number.isFinite(value)) return shortNumber(value);
    return (value < 0 ? "−" : "") + groupedDigits(Math.abs(value).toFixed(decimals));
  };
}

function show(
  rows: readonly TableRow[],
  headings: readonly string[],
  caption: string | undefined,
): MimeBundle {
  const columns = headings.map((heading) => {
    const values = rows.map((row) => row[heading]!);
    const cells = values.map(format(values));
    const isNumber = values.every((value) => typeof value === "number");
    const width = Math.max(heading.length, ...cells.map((cell) => cell.length));
    const pad = (text: string): string => (isNumber ? text.padStart(width) : text.padEnd(width));
    // Said of each cell, since JupyterLab sets all of them to the right.
    const type = isNumber ? ' class="number" style="text-align:right"' : ' style="text-align:left"';
    return { heading, cells, pad, type };
  });
  const line = (cell: (column: (typeof columns)[number]) => string): string =>
    columns
      .map((column) => column.pad(cell(column)))
      .join("  ")
      .trimEnd();
  const text = [line(({ heading }) => heading), ...rows.map((_, i) => line(({ cells }) => cells[i]!))];
  const head = columns.map(({ heading, type }) => `<th scope="col"${type}>${escapeHtml(heading)}</th>`);
  const body = rows.map(
    (_, i) =>
      `<tr>${columns.map(({ cells, type }) => `<td${type}>${escapeHtml(cells[i]!)}</td>`).join("")}</tr>`,
  );
  return {
    "text/plain": [...(caption ? [caption] : []), ...text].join("\n"),
    "text/html":
      `<table class="rows">${caption ? `<caption>${escapeHtml(caption)}</caption>` : ""}` +
      `<thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`,
  };
}
