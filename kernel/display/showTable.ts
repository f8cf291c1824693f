import type { MimeBundle } from "../notebook/notebook.ts";
import { cellText } from "./cellText.ts";
import { columnNumber } from "./columnNumber.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { grouped } from "./readableNumber.ts";

/** Values in rows and columns; asked only for what is shown. */
export interface Table {
  /** What the rows are called, above their labels. */
  readonly corner?: string;
  readonly columns: readonly string[];
  readonly height: number;
  label(row: number): unknown;
  cell(row: number, column: number): unknown;
}

const mostRows = 30;
const mostColumns = 20;
const [first, last] = [20, 5];

/** The rows that a table of this height shows: all, or the first and the last. */
export function shownRows(height: number): number[] {
  const count = height <= mostRows ? height : first + last;
  return Array.from({ length: count }, (_, i) => (height <= mostRows || i < first ? i : height - count + i));
}

/** A table as aligned text with every digit, and as HTML with numbers rounded for reading. */
export function showTable({ corner = "", columns, height, label, cell }: Table): MimeBundle {
  const shown = columns.slice(0, mostColumns);
  const heads = [corner, ...shown];
  const body = shownRows(height).map((row) => [label(row), ...shown.map((_, column) => cell(row, column))]);
  const isNumeric = heads.map((_, i) => body.some((cells) => /number|bigint/.test(typeof cells[i])));
  const isCut = height > mostRows;
  const size =
    isCut || columns.length > mostColumns
      ? `${counted(height, "row")} × ${counted(columns.length + (corner === "" ? 0 : 1), "column")}`
      : "";
  return {
    "text/plain": asText(heads, body, isNumeric, isCut) + (size && `\n${size}`),
    "text/html":
      asHtml(heads, body, isNumeric, isCut) + (size && `\n<p>${size.replace(/\d+/g, grouped)}</p>`),
  };
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

type Body = readonly (readonly unknown[])[];

function asText(heads: readonly string[], body: Body, isNumeric: readonly boolean[], isCut: boolean): string {
  const lines = [
    heads.map((head) => cellText(head)),
    ...body.map((cells) => cells.map((value) => cellText(value))),
  ];
  if (isCut)
    lines.splice(
      1 + first,
      0,
      heads.map(() => "…"),
    );
  const widths = heads.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines
    .map((line) =>
      line
        .map((text, i) => (isNumeric[i] ? text.padStart(widths[i]!) : text.padEnd(widths[i]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function asHtml(heads: readonly string[], body: Body, isNumeric: readonly boolean[], isCut: boolean): string {
  // Front ends differ in how they align cells; the class is for themes that know it.
  const looks = isNumeric.map((yes) =>
    yes ? ' class="number" style="text-align:right"' : ' style="text-align:left"',
  );
  const element = (tag: string, i: number, text: string): string =>
    `<${tag}${looks[i]}>${escapeHtml(text)}</${tag.slice(0, 2)}>`;
  const row = (texts: readonly string[]): string =>
    `<tr>${texts.map((text, i) => element(i === 0 ? 'th scope="row"' : "td", i, text)).join("")}</tr>`;
  const numbers = heads.map((_, i) => columnNumber(body.map((cells) => cells[i])));
  const rows = body.map((cells) => row(cells.map((value, i) => cellText(value, numbers[i]))));
  if (isCut) rows.splice(first, 0, row(heads.map(() => "…")));
  // A header without words would be announced as nothing.
  const top = heads.map((head, i) => element(head === "" ? "td" : 'th scope="col"', i, cellText(head)));
  return `<table><thead><tr>${top.join("")}</tr></thead>\n<tbody>${rows.join("\n")}</tbody></table>`;
}
