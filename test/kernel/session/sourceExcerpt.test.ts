import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceExcerpt } from "../../../kernel/session/sourceExcerpt.ts";

const ten = Array.from({ length: 12 }, (_, i) => `line${i + 1}`).join("\n");

for (const [what, source, position, lines] of [
  ["the first line alone", "ab()\nc", { line: 1, column: 1 }, ["  > 1 | ab()", "      | ^"]],
  ["a column", "ab()", { line: 1, column: 3 }, ["  > 1 | ab()", "      |   ^"]],
  ["a line before", "a\nb()", { line: 2, column: 1 }, ["    1 | a", "  > 2 | b()", "      | ^"]],
  [
    "two lines before and none after",
    ten,
    { line: 10, column: 5 },
    ["     8 | line8", "     9 | line9", "  > 10 | line10", "       |     ^"],
  ],
  ["a place behind the line's end", "ab", { line: 1, column: 3 }, ["  > 1 | ab", "      |   ^"]],
  ["a line after tabs", "\tx\ty", { line: 1, column: 4 }, ["  > 1 | \tx\ty", "      | \t \t^"]],
  ["Windows line ends", "a\r\nb", { line: 2, column: 2 }, ["    1 | a", "  > 2 | b", "      |  ^"]],
] as const)
  test(`sourceExcerpt() shows ${what}`, () =>
    assert.deepEqual(sourceExcerpt(source, position).split("\n"), lines));

for (const column of [1, 160, 161, 250, 400])
  test(`sourceExcerpt() cuts a line of 400 around column ${column}`, () => {
    const line = Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x4e00 + i)).join("");
    const [shown = "", caret = ""] = sourceExcerpt(line, { line: 1, column }).split("\n");
    assert.equal(shown[caret.indexOf("^")], line[column - 1]);
    assert.ok(shown.length <= "  > 1 | ".length + 160);
  });
