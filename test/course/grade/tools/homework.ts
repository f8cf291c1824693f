import type { Notebook } from "../../../../kernel/notebook/notebook.ts";
import { notebookOf } from "../../../book/tools/cells.ts";
import { cell, lines } from "../../source/tools.ts";

/** The text of the hidden test that tests change. */
export const hiddenCheck = 'if (mean([-1, -3]) !== -2) throw new Error("below nought");';

/** An assignment with two exercises that tests judge and one that a person reads, in plain TypeScript. */
export const homework = (hidden: string = hiddenCheck): Notebook =>
  notebookOf(
    cell.words("intro", "# Two numbers for many\n\nWhat is the middle of a list, and how far does it reach?"),
    cell.given("setup", "const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);"),
    cell.words("ask-mean", "## The mean\n\nWrite `mean`."),
    cell.answer(
      "mean",
      lines(
        "function mean(x: readonly number[]): number {",
        "  // BEGIN SOLUTION",
        "  return sum(x) / x.length;",
        "  // END SOLUTION",
        "  return NaN;",
        "}",
      ),
    ),
    cell.tests(
      "mean-test",
      2,
      lines(
        'if (mean([1, 3]) !== 2) throw new Error("of one and three");',
        "// BEGIN HIDDEN TESTS",
        "// %% hidden: numbers below nought",
        "// hint: some numbers are negative",
        hidden,
        "// END HIDDEN TESTS",
      ),
    ),
    cell.words("ask-spread", "## The spread\n\nWrite `spread`, the largest less the smallest."),
    cell.answer(
      "spread",
      lines(
        "function spread(x: readonly number[]): number {",
        "  // BEGIN SOLUTION",
        "  return Math.max(...x) - Math.min(...x);",
        "  // END SOLUTION",
        "  return NaN;",
        "}",
      ),
    ),
    cell.tests(
      "spread-test",
      3,
      lines(
        'if (spread([1, 4]) !== 3) throw new Error("of one and four");',
        "// BEGIN HIDDEN TESTS",
        "// %% hidden: all the same",
        'if (spread([5, 5, 5]) !== 0) throw new Error("no spread at all");',
        "// END HIDDEN TESTS",
      ),
    ),
    cell.words("ask-why", "## In words\n\nWhen does the mean mislead?"),
    cell.essay("why", 2, "When one value is far from the others."),
  );

/** What students write for `mean`, and what it gets of 2 points. */
export const means: readonly (readonly [source: string, status: string, score: number])[] = [
  ["function mean(x: readonly number[]): number { return sum(x) / x.length; }", "pass", 2],
  [
    "const mean = (x: number[]) => { let t = 0; for (const v of x) t += v; return t / x.length; };",
    "pass",
    2,
  ],
  ["function mean(x: readonly number[]): number { return Math.abs(sum(x)) / x.length; }", "fail", 0],
  ["function mean(x: readonly number[]): number { throw new Error('not done'); }", "error", 0],
  ["function mean(x: readonly number[]): number { for (;;); }", "timeout", 0],
  ["function mean(x: readonly number[]): number {", "error", 0],
  ["const mean = 3;", "fail", 0],
  ["function mean(x: readonly number[]): number { process.exit(0); }", "crashed", 0],
];

/** What they write for `spread`, of 3. */
export const spreads: readonly (readonly [source: string, status: string, score: number])[] = [
  ["function spread(x: readonly number[]): number { return Math.max(...x) - Math.min(...x); }", "pass", 3],
  ["function spread(x: readonly number[]): number { return Math.max(...x); }", "fail", 0],
  ["console.log('here'); const spread = (x: number[]) => Math.max(...x) - Math.min(...x);", "pass", 3],
];

/** An assignment whose tests change what they stand on: each answer must find it as it was. */
export const countingHomework = (): Notebook =>
  notebookOf(
    cell.given(
      "setup",
      lines(
        "const seen: number[] = [];",
        "let calls = 0;",
        "const stream = { state: new Int32Array([1]), next() { this.state[0]! *= 3; return this.state[0]!; } };",
        "const names = new Map<string, number[]>();",
      ),
    ),
    cell.answer(
      "twice",
      lines(
        "function twice(x: number): number {",
        "  // BEGIN SOLUTION",
        "  return 2 * x;",
        "  // END SOLUTION",
        "  return NaN;",
        "}",
      ),
    ),
    ...[
      ["list", "seen.push(twice(2));", "seen.length === 1"],
      ["number", "calls += twice(1);", "calls === 2"],
      ["stream", "const drawn = twice(stream.next());", "drawn === 6"],
      ["map", 'names.set("a", [...(names.get("a") ?? []), twice(1)]);', 'names.get("a")?.length === 1'],
    ].map(([name, change, holds]) =>
      cell.tests(
        `${name}-test`,
        1,
        lines(change!, `if (!(${holds})) throw new Error("found ${name} otherwise than it was");`),
      ),
    ),
  );
