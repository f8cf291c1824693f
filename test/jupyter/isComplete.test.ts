import assert from "node:assert/strict";
import { test } from "node:test";
import { isComplete } from "../../kernel/jupyter/protocol/isComplete.ts";

for (const source of [
  "",
  "  \n",
  "1",
  "const a: number = 1",
  "if (a) {\n  b\n}\n",
  "type A = { b: string }",
  "`a\nb`",
  "// a comment",
])
  test(`${JSON.stringify(source)} is complete`, () =>
    assert.deepEqual(isComplete(source), { status: "complete" }));

for (const [source, indent] of [
  ["if (true) {", "  "],
  ["if (true) {\n  f(", "    "],
  ["f([  ", "  "],
  ["  const a =", "  "],
  ["const a =", ""],
  ["if (true) {\n  b", "  "],
  ["a +", ""],
  ["f(1,", ""],
  ["`a", ""],
  ["/* a", ""],
  ["\tfor (;;) {", "\t  "],
] as const)
  test(`${JSON.stringify(source)} goes on`, () =>
    assert.deepEqual(isComplete(source), { status: "incomplete", indent }));

// At the last character of the last line, too: no line more would mend it.
for (const source of ["let = = 1", "a b", ")", "1\n)", "f(1))", "const a = ;", "if (true) {\n  b)"])
  test(`${JSON.stringify(source)} is wrong, whatever follows`, () =>
    assert.deepEqual(isComplete(source), { status: "invalid" }));
