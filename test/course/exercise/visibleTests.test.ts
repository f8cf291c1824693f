import assert from "node:assert/strict";
import { test } from "node:test";
import { visibleTests } from "../../../course/exercise/visibleTests.ts";

for (const [about, source, count, hints] of [
  ["no call of check", "if (f(1) !== 2) throw new Error('no')", 1, []],
  [
    "a hint each",
    'check("a", 1, 1, { hint: "x" }); check("b", 2, 2, { tolerance: 1, hint: `y` })',
    2,
    ["a: x", "b: y"],
  ],
  [
    "one hint for two",
    'const hint = "x";\ncheck("a", 1, 1, { hint });\ncheck("b", 1, 1, { hint })',
    2,
    ["a: x"],
  ],
  [
    "hints that run",
    `check("a", 1, 1, { hint: \`is \${f(1)}\` }); check("b", 1, 1, { hint: made() })`,
    2,
    [],
  ],
  ["a sentence that runs", `check(\`at \${x}\`, 1, 1, { hint: "x" })`, 1, [": x"]],
  ["calls in a loop and with types", 'for (const x of all as number[]) check("a", f(x)!, x)', 1, []],
  ["another function's hint", 'other("a", 1, 1, { hint: "x" })', 1, []],
  ["options from elsewhere", 'check("a", 1, 1, near); check("b", 1, 1, { ...near, "hint": "x" })', 2, []],
  ["what is no program", "check(", 1, []],
] as const)
  test(`visibleTests() of ${about}`, () => {
    const found = visibleTests(source);
    assert.equal(found.count, count);
    assert.deepEqual(
      found.hints.map(({ of, text }) => `${of}: ${text}`),
      hints,
    );
  });
