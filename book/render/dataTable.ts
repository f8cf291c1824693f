import type { ChartData } from "./chartData.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { groupedDigits } from "./groupedDigits.ts";

const shownRows = 24;

/** The first rows of a figure's data as a table. Numbers are rounded for reading; the CSV has every digit. */
export function dataTable({ columns, rows }: ChartData, caption: string): string {
  const isNumeric = (column: string): boolean => rows.some((row) => typeof row[column] === "number");
  const head = columns
    .map(
      (column) => `<th scope="col"${isNumeric(column) ? ' class="number"' : ""}>${escapeHtml(column)}</th>`,
    )
    .join("");
  const body = rows
    .slice(0, shownRows)
    .map((row) => `<tr>${columns.map((column) => cell(row[column])).join("")}</tr>`)
    .join("\n");
  const note =
    rows.length > shownRows ? `<p class="table-note">First ${shownRows} of ${rows.length} rows.</p>` : "";
  const label = escapeHtml(`Data of ${caption}`);
  return `<div class="table data-table" role="group" tabindex="0" aria-label="${label}">
<table><thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>${note}`;
}

function cell(value: unknown): string {
  if (typeof value === "number") return `<td class="number">${readable(value)}</td>`;
  return `<td>${value === null || value === undefined ? "" : escapeHtml(String(value))}</td>`;
}

/** Four significant digits, thousands apart, a true minus, and powers of ten only where zeros would be counted. */
export function readable(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "∞").replace("-", "−");
  const size = Math.abs(value);
  const isWhole = Number.isInteger(value) && size < 1e9;
  if (isWhole || (size >= 1e-4 && size < 1e7))
    return groupedDigits(String(isWhole ? value : Number(value.toPrecision(4)))).replace("-", "−");
  const [digits = "", power = ""] = value.toExponential(2).split("e");
  return `${digits}\u00a0×\u00a010${superscript(Number(power))}`.replace("-", "−");
}

const superscript = (power: number): string =>
  String(power).replace(/./g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "⁻");
