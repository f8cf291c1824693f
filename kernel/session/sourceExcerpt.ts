import type { Position } from "../compile/position.ts";

/** Characters of a line that fit beside its number. */
const widest = 160;

/**
 * The line at fault with up to two before it and a caret below.
 *
 * @example sourceExcerpt("a\nb()", { line: 2, column: 1 }) // => "    1 | a\n  > 2 | b()\n      | ^"
 */
export function sourceExcerpt(source: string, { line, column }: Position): string {
  const lines = source.split(/\r?\n/);
  const first = Math.max(1, line - 2);
  const width = String(line).length;
  const from = column > widest ? column - widest / 2 : 0; // a very long line is cut around the fault
  const shown = lines.slice(first - 1, line).map((text, index) => {
    const number = first + index;
    const start = number === line ? from : 0;
    return `  ${number === line ? ">" : " "} ${String(number).padStart(width)} | ${text.slice(start, start + widest)}`;
  });
  // Blanks of the same kind stand under the text, so that the caret finds its place after tabs too.
  const indent = (lines[line - 1] ?? "").slice(from, column - 1).replace(/[^\t]/g, " ");
  return [...shown, `    ${" ".repeat(width)} | ${indent}^`].join("\n");
}
