import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { aidsBudget } from "../../../book/check/aidsBudget.ts";
import type { Site } from "../../../book/check/site.ts";

/** A site with a file that does not compress. */
const faultsOf = (path: string, bytes: number) =>
  aidsBudget({ files: new Map([[path, randomBytes(bytes)]]) } as unknown as Site);

for (const [path, most] of [
  ["assets/aids.01234567.js", 14],
  ["assets/cards/api-laws.01234567.js", 20],
  ["data/chapter-fig-one.01234567.points.js", 120],
] as const)
  test(`${path} may have ${most} kB`, () => {
    assert.deepEqual(faultsOf(path, (most - 1) * 1000), []);
    const [fault, ...others] = faultsOf(path, (most + 1) * 1000);
    assert.deepEqual(others, []);
    assert.equal(fault?.file, path);
    assert.match(fault?.message ?? "", new RegExp(`^it takes \\d+ kB compressed, ${most} are allowed; `));
  });

test("other files are for other rules", () => {
  assert.deepEqual(faultsOf("data/chapter-fig-one.01234567.js", 500_000), []);
});
