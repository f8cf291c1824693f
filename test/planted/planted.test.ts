// That the faults which `plant.ts` plants can still be planted. Whether tests notice them takes an hour: see there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { faults as book } from "./book.ts";
import { faults as kernel } from "./kernel.ts";
import { faults as lib } from "./lib.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

for (const [folder, faults, least] of [
  ["lib", lib, 60],
  ["kernel", kernel, 25],
  ["book", book, 15],
] as const) {
  test(`${folder}: ${least} faults are planted, each in words that stand in its file once`, () => {
    assert.ok(faults.length >= least, `${faults.length} faults`);
    for (const { in: place, words, by } of faults) {
      assert.ok(place.startsWith(`${folder}/`), place);
      assert.notEqual(words, by);
      assert.equal(
        readFileSync(join(root, place), "utf8").split(words).length,
        2,
        `${place} holds "${words}" once`,
      );
    }
    assert.equal(new Set(faults.map((each) => `${each.in} ${each.words} ${each.by}`)).size, faults.length);
  });
}
