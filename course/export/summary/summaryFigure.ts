import { drawVegaLite } from "../../../kernel/display/drawVegaLite.ts";
import { escapeHtml } from "../../../kernel/display/escapeHtml.ts";
import type { Spec } from "./summaryCharts.ts";

/** A chart with what it says: in a sentence below it, and in a table for those who do not see it. */
export interface SummaryFigure {
  readonly title: string;
  readonly sentence: string;
  readonly spec: Spec;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export async function summaryFigure({ title, sentence, spec, head, rows }: SummaryFigure): Promise<string> {
  const drawing = (await drawVegaLite(spec))
    // A picture as a whole: its parts have no meaning of their own to be read out.
    .replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, "")
    .replace(/<svg /, `<svg role="img" aria-label="${escapeHtml(sentence)}" `)
    // Its size is the page's business; what it was drawn at stands in its viewBox.
    .replace(/(<svg [^>]*?) width="[^"]*" height="[^"]*"/, "$1");
  const cells = (row: readonly (string | number)[]): string =>
    row
      .map((cell, at) => (at === 0 ? `<th scope="row">${text(cell)}</th>` : `<td>${text(cell)}</td>`))
      .join("");
  return `<figure>
  <p class="name">${escapeHtml(title)}</p>
  ${drawing}
  <figcaption>${escapeHtml(sentence)}</figcaption>
  <details><summary>${escapeHtml(title)} as a table</summary>
  <table><thead><tr>${head.map((cell) => `<th scope="col">${text(cell)}</th>`).join("")}</tr></thead>
  <tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}</tbody></table></details>
</figure>`;
}

const text = (value: string | number): string => escapeHtml(String(value));
