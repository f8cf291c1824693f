import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { liveBudget } from "../../../book/check/liveBudget.ts";
import type { Site } from "../../../book/check/site.ts";

/** A site with one chapter whose first Run, first Edit and first exercise load so much that does not compress. */
function siteOf(run: number, edit: number, exercise: number): Site {
  const files = new Map([
    ["run.js", randomBytes(run)],
    ["edit.js", randomBytes(edit)],
    ["exercise.js", randomBytes(exercise)],
  ]);
  const loads = () => ({ run: ["run.js"], edit: ["edit.js"], exercise: ["exercise.js"] });
  const chapters = [{ file: "01-a.ipynb", path: "notebooks/01-a.ipynb" }];
  return { chapters, files, live: { files: new Map(), scripts: new Map(), loads } } as unknown as Site;
}

test("the first Run takes 60 kB at the most, the first Edit 230, the first exercise 10", () => {
  assert.deepEqual(liveBudget(siteOf(59_000, 229_000, 9_900)), []);
  const faults = liveBudget(siteOf(61_000, 231_000, 10_100));
  assert.deepEqual(
    faults.map(({ file, rule }) => [file, rule]),
    [
      ["notebooks/01-a.ipynb", "live-budget"],
      ["notebooks/01-a.ipynb", "live-budget"],
      ["notebooks/01-a.ipynb", "live-budget"],
    ],
  );
  assert.match(faults[0]!.message, /the first run takes 6\d kB compressed, 60 are allowed/);
  assert.match(faults[1]!.message, /the first edit takes 23\d kB compressed, 230 are allowed/);
  assert.match(faults[2]!.message, /the first exercise takes 11 kB compressed, 10 are allowed/);
});

test("a book that is only read has nothing to weigh", () => {
  assert.deepEqual(liveBudget({ ...siteOf(0, 0, 0), live: undefined }), []);
});
