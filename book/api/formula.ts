import { escapeHtml } from "../render/escapeHtml.ts";

const bracketed = /\((?:[^()]|\([^()]*\))*\)|\{[^}]*\}/.source;
const power = `\\^(${bracketed}|[−-]?[\\p{L}\\d½⅓¼*]+(?:\\.\\d+)?(?:\\([^()]*\\))?)`;
const index = `_(${bracketed}|[\\p{L}\\d]+)`;
const inFormula = new RegExp(`\`([^\`]+)\`|(?<=[\\p{L}\\p{No})\\]′*²³])${index}|${power}`, "gu");
/** In prose only a single letter has an index: names of files and functions may hold the same sign. */
const inProse = new RegExp(`\`([^\`]+)\`|(?<=(?<![\\p{L}\\d_])\\p{L})${index}|${power}`, "gu");

/**
 * A line of a formula, as headers write it in plain letters: `c₄^t` and `p_{t+1}` get their raised and lowered parts.
 * What wide gaps part, such as a form and its limit, keeps together where the line must break.
 */
export const formulaLine = (line: string): string =>
  line
    .trim()
    .split(/ {4,}/)
    .map((piece) => `<span>${formula(piece)}</span>`)
    .join(" ");

/** Prose with formulas in it. */
export const formulasIn = (text: string): string => raised(text, inProse);

function formula(text: string): string {
  return raised(text, inFormula);
}

function raised(text: string, part: RegExp): string {
  let html = "";
  let from = 0;
  for (const { 0: found, 1: name, 2: low, 3: high, index: at } of text.matchAll(part)) {
    html += escapeHtml(text.slice(from, at));
    const inner = formula((low ?? high ?? "").replace(/^[({](.*)[)}]$/, "$1"));
    if (name !== undefined) html += `<code>${escapeHtml(name)}</code>`;
    else html += low === undefined ? `<sup>${inner}</sup>` : `<sub>${inner}</sub>`;
    from = at + found.length;
  }
  return html + escapeHtml(text.slice(from));
}
