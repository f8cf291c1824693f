import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as frames from "generation-loss/frames";
import * as tensor from "generation-loss/tensor";
import * as lib from "../../lib/index.ts";

const entries = {
  "generation-loss": lib,
  "generation-loss/frames": frames,
  "generation-loss/tensor": tensor,
};

test("the library exports the names in test/golden/exports.txt, and no others", () => {
  const golden = readFileSync(new URL("../golden/exports.txt", import.meta.url), "utf8");
  const sections = Object.entries(entries).map(
    ([name, entry]) => `# ${name}\n${Object.keys(entry).sort().join("\n")}\n`,
  );
  assert.equal(sections.join("\n"), golden);
});
