import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { notebookOf } from "../../book/tools/cells.ts";
import { cell, lines } from "../source/tools.ts";
import { judgeBench, noJudging } from "./tools/judgeBench.ts";

/**
 * Wrong answers that also try to look right, tame and plain. They hold this judge to its promise: an answer gives back
 * values, and where they are compared none of its code runs.
 */
const exercise = notebookOf(
  cell.words("ask", "## Shares\n\nWrite `shares`: each count divided by their sum."),
  cell.given(
    "checks",
    'import assert from "node:assert/strict";\nconst check = (isRight: boolean, words: string): void => { if (!isRight) throw new Error(words); };',
  ),
  cell.answer(
    "shares",
    lines(
      "function shares(counts: readonly number[]): number[] {",
      "  // BEGIN SOLUTION",
      "  const sum = counts.reduce((all, count) => all + count, 0);",
      "  return counts.map((count) => count / sum);",
      "  // END SOLUTION",
      "}",
    ),
  ),
  cell.tests(
    "test",
    4,
    lines(
      'check(shares([1, 1])[0] === 0.5, "halves");',
      "// BEGIN HIDDEN TESTS",
      "// %% hidden: four counts",
      "assert.deepEqual(shares([1, 2, 3, 2]), [0.125, 0.25, 0.375, 0.25]);",
      'check(JSON.stringify(shares([3, 1])) === "[0.75,0.25]", "as text");',
      "// %% hidden: larger counts have larger shares",
      "const [few, some, many] = shares([1, 2, 5]);",
      'check(few < some && some < many && many < 1 && Math.abs(few + some + many - 1) < 1e-9, "in order");',
      "// END HIDDEN TESTS",
    ),
  ),
);

const empty = "return [];";
const answer = (before: string, body: string): string =>
  lines(before, "function shares(counts: readonly number[]): any {", body, "}");

const cheats: Readonly<Record<string, string>> = {
  "does nothing": answer("", ""),
  "ends early, as the cell runs": answer("process.exit(0);", empty),
  "ends early, as it is called": answer("", "process.exit(0);"),
  "prints a result of its own": answer(
    'console.log("pass 4/4"); console.log(JSON.stringify({ status: "pass", score: 4 }));',
    'console.error("all tests passed"); return [];',
  ),
  "changes a shared function": answer("globalThis.check = () => {};", "return [];"),
  "gives a name of the tests a value of its own": lines("const check = () => {};", answer("", empty)),
  "changes a shared function of the language": answer(
    "Math.abs = () => 0; Array.prototype.map = function () { return this; };",
    "return counts;",
  ),
  "changes serialisation": answer(
    'const text = JSON.stringify; JSON.stringify = (value) => text(value)?.replace(/"values":.*/, \'"values":[true]}}\');',
    empty,
  ),
  "changes what was read": answer(
    "const parse = JSON.parse; JSON.parse = (text) => { const read = parse(text); delete read.number; return read; };",
    empty,
  ),
  "changes an assertion": lines(
    'import assertion from "node:assert";',
    answer("assertion.deepStrictEqual = assertion.strict.deepEqual = () => {};", empty),
  ),
  "returns objects that count as any number": answer(
    "let last = 0;",
    "return counts.map(() => ({ valueOf: () => (last += 1e-3), toString: () => String((last += 1e-3)) }));",
  ),
  "returns getters that say something else each time": answer(
    "let last = 0;",
    "return Object.defineProperties([], Object.fromEntries(counts.map((_, i) => [i, { get: () => (last += 1e-3), enumerable: true }])));",
  ),
  "returns a proxy that has whatever is asked for": answer(
    "",
    "return new Proxy([], { get: (_, key) => (key === 'length' ? counts.length : 0.5), has: () => true });",
  ),
  "returns a thenable, an iterator and a text of its own": answer(
    "",
    "return { then: (go) => go([0.5, 0.5]), toJSON: () => [0.75, 0.25], *[Symbol.iterator]() { yield* [0.1, 0.2, 0.7]; } };",
  ),
  "throws what says that all is well": answer("", 'throw { name: "pass", status: "pass", score: 4 };'),
  "sets the exit code": answer("process.exitCode = 0;", empty),
  "writes to the reply pipe": answer(
    'import { writeSync } from "node:fs";',
    'writeSync(3, JSON.stringify({ to: "0", value: { objects: [], values: [true] } }) + "\\n"); return [];',
  ),
  "floods the reply pipe": answer(
    'import { writeSync } from "node:fs";',
    'for (;;) writeSync(3, "pass\\n".repeat(1000));',
  ),
  "looks for a secret": answer(
    "const found = [...Object.values(process.env), ...process.argv, ...process.execArgv, ...Object.getOwnPropertyNames(globalThis)];",
    "return found.filter((word) => /pass|secret|0.125/.test(String(word)));",
  ),
  "looks for the tests beside its own program": answer(
    'import { readdirSync, readFileSync } from "node:fs";',
    'return readdirSync("/").flatMap((name) => { try { return /four counts/.test(readFileSync("/" + name, "utf8")) ? [0.5] : []; } catch { return []; } });',
  ),
};

suite("an answer that only tries to look right", { skip: noJudging }, async () => {
  if (noJudging) return;
  const bench = await judgeBench(exercise);
  after(() => bench[Symbol.dispose]());
  const honest =
    "function shares(counts) { const sum = counts.reduce((a, b) => a + b, 0); return counts.map((c) => c / sum); }";

  test("the honest answer gets all points", async () => {
    const { status, score, tests } = await bench.judge({ shares: honest });
    assert.deepEqual([status, score], ["pass", 4], JSON.stringify(tests));
  });

  for (const [name, shares] of Object.entries(cheats))
    test(`one that ${name} gets 0, and the next honest one all`, async () => {
      const { status, score, points, tests } = await bench.judge({ shares });
      assert.deepEqual([score, points], [0, 4], JSON.stringify(tests));
      assert.ok(!["pass", "partial", "infra-error", "not-attempted"].includes(status), status);
      const next = await bench.judge({ shares: honest });
      assert.deepEqual([next.status, next.score], ["pass", 4], JSON.stringify(next.tests));
    });
});
