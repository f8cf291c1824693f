import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import * as frames from "generation-loss/frames";
import * as svg from "generation-loss/svg";
import * as sweep from "generation-loss/sweep";
import * as tensor from "generation-loss/tensor";
import * as lib from "../../lib/index.ts";

const entries = {
  "generation-loss": lib,
  "generation-loss/frames": frames,
  "generation-loss/svg": svg,
  "generation-loss/sweep": sweep,
  "generation-loss/tensor": tensor,
};

const file = new URL("../golden/exports.txt", import.meta.url);

test("the library exports the names in test/golden/exports.txt, and no others", () => {
  const sections = Object.entries(entries).map(
    ([name, entry]) => `# ${name}\n${Object.keys(entry).sort().join("\n")}\n`,
  );
  const names = sections.join("\n");
  // Names are a promise to users: the file changes when somebody says so, and the change is seen in review.
  if (process.env.WRITE_GOLDEN && !process.env.CI) writeFileSync(file, names);
  const command = "WRITE_GOLDEN=1 npm test -- test/lib/exports.test.ts";
  assert.equal(names, readFileSync(file, "utf8"), `to write the file again: ${command}`);
});
