import type { Position } from "../compile/compileCell.ts";

/**
 * The line at fault with up to two before it and a caret below.
 *
 * @example sourceExcerpt("a\nb()", { line: 2, column: 1 }) // => "    1 | a\n  > 2 | b()\n      | ^"
 */
export function sourceExcerpt(source: string, { line, column }: Position): string {
  const lines = source.split("\n");
  const first = Math.max(1, line - 2);
  const width = String(line).length;
  const shown = lines.slice(first - 1, line).map((text, index) => {
    const number = first + index;
    return `  ${number === line ? ">" : " "} ${String(number).padStart(width)} | ${text}`;
  });
  return [...shown, `    ${" ".repeat(width)} | ${" ".repeat(column - 1)}^`].join("\n");
}
