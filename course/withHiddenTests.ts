import type { PercentRegion } from "../kernel/notebook/parsePercent.ts";
import { declaredIn } from "./starterSlot.ts";

/**
 * A check with its hidden tests in a region that nbgrader takes out of what learners get, and puts back to grade. The
 * cell then ends without a value: nbgrader would read one as a mark. A line with its title begins each test, for graders
 * that judge them one by one (`source/judgeTests.ts`).
 *
 * @throws {Error} if two of them declare the same name, since they share a cell here
 */
export function withHiddenTests(check: string, hidden: readonly PercentRegion[]): string {
  const taken = declaredIn(check.split("\n"));
  for (const { title, source } of hidden) {
    for (const name of declaredIn(source.split("\n"))) {
      if (taken.has(name)) throw new Error(`the hidden test "${title}" must not declare ${name} again`);
      taken.add(name);
    }
  }
  const tests = hidden.flatMap(({ title, source }) => [`// %% hidden: ${title}`, ended(source), ""]);
  return [
    ended(check),
    "// BEGIN HIDDEN TESTS",
    "",
    ...tests,
    "undefined; // no value, since nbgrader reads one as a mark",
    "// END HIDDEN TESTS",
  ].join("\n");
}

/** What ends a cell needs no semicolon; before another statement it does. */
const ended = (source: string): string => (/[;}]\s*$/.test(source) ? source : `${source.trimEnd()};`);
