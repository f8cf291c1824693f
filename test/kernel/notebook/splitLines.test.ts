import assert from "node:assert/strict";
import { test } from "node:test";
import { splitLines } from "../../../kernel/notebook/splitLines.ts";

/** What Python's `text.splitlines(True)` gives: nbformat keeps texts by it. */
const cases: readonly (readonly [text: string, lines: readonly string[]])[] = [
  ["", []],
  ["a", ["a"]],
  ["a\nb", ["a\n", "b"]],
  ["a\n", ["a\n"]],
  ["\n", ["\n"]],
  ["\n\n", ["\n", "\n"]],
  ["a\r\nb", ["a\r\n", "b"]],
  ["a\n\rb", ["a\n", "\r", "b"]],
  ["\r\n\r", ["\r\n", "\r"]],
  ["a\vb\fc", ["a\v", "b\f", "c"]],
  ["a\x1cb\x1dc\x1ed\x85e\u2028f\u2029g", ["a\x1c", "b\x1d", "c\x1e", "d\x85", "e\u2028", "f\u2029", "g"]],
  ["a\x1fb\tc\u200bd\u00a0e", ["a\x1fb\tc\u200bd\u00a0e"]],
];
for (const [text, lines] of cases)
  test(`splitLines() parts ${JSON.stringify(text)} as Python does`, () =>
    assert.deepEqual(splitLines(text), lines));
