import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { clearUnused } from "../../../course/judge/host/clearUnused.ts";

test("what nobody has used for a month goes, and all else stays", () => {
  const folder = mkdtempSync(join(tmpdir(), "genloss-unused-"));
  try {
    const day = 86_400_000;
    const now = Date.now();
    for (const [name, age] of [
      ["old", 31],
      ["new", 29],
    ] as const) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "host.blob"), "");
      writeFileSync(join(folder, `${name}.times.json`), "[]");
      for (const each of [name, `${name}.times.json`])
        utimesSync(join(folder, each), new Date(now - age * day), new Date(now - age * day));
    }
    clearUnused(folder, now);
    assert.deepEqual(readdirSync(folder).sort(), ["new", "new.times.json"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
