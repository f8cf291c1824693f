import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as lib from "../../lib/index.ts";

test("the library exports the names in test/golden/exports.txt, and no others", () => {
  const golden = readFileSync(new URL("../golden/exports.txt", import.meta.url), "utf8");
  assert.equal(`${Object.keys(lib).sort().join("\n")}\n`, golden);
});
