// The contract tests ask what all entries of a registry have in common. That its numbers are right, others say.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as lib from "../../../lib/index.ts";

const { metrics, models, regimes, laws } = lib;
const cwd = fileURLToPath(new URL("../../", import.meta.url));
/** Tests of values, and the values of other programs that they read. */
const texts = globSync(["lib/**/*.test.ts", "reference/*.json"], { cwd })
  .filter((path) => !path.split(sep).includes("contract"))
  .map((path) => readFileSync(cwd + path, "utf8"));
assert.ok(texts.length > 50, "the tests are where this one looks");

for (const [name, registry] of Object.entries({ metrics, models, regimes, laws })) {
  for (const entry of Object.keys(registry)) {
    test(`${name}: the values of ${entry} are tested`, () => {
      const word = new RegExp(`\\b${entry}\\b`);
      assert.ok(
        texts.some((text) => word.test(text)),
        `no test below test/lib uses ${entry}: add values of another program, or its law within four standard errors`,
      );
    });
  }
}
