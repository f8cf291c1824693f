import { escapeHtml } from "../render/escapeHtml.ts";

const bracketed = /\((?:[^()]|\([^()]*\))*\)|\{[^}]*\}/.source;
const index = new RegExp(`(?<=[\\p{L}\\p{No})\\]′*²³])_(${bracketed}|[\\p{L}\\d]+)`, "gu");
const power = new RegExp(`\\^(${bracketed}|[−-]?[\\p{L}\\d½⅓¼*]+)`, "gu");
const part = new RegExp(`${index.source}|${power.source}`, "gu");

/** A formula in a header, written in plain letters: `c₄^t` and `p_{t+1}` get their raised and lowered parts. */
export function formula(line: string): string {
  let html = "";
  let from = 0;
  for (const { 0: found, 1: low, 2: high, index: at } of line.matchAll(part)) {
    html += escapeHtml(line.slice(from, at));
    const inner = formula((low ?? high ?? "").replace(/^[({](.*)[)}]$/, "$1"));
    html += low === undefined ? `<sup>${inner}</sup>` : `<sub>${inner}</sub>`;
    from = at + found.length;
  }
  return html + escapeHtml(line.slice(from));
}
