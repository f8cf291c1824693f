import assert from "node:assert/strict";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { importFrom } from "../../../kernel/node/importFrom.ts";

/** Writes a file with a time of its own: two writes may fall into one tick of the file system's clock. */
let clock = 1_700_000_000;
function write(path: string, text: string): void {
  writeFileSync(path, text);
  clock += 10;
  utimesSync(path, clock, clock);
}

test("importFrom() loads an edited file anew, and those that import it, and no other", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = (name: string): string => join(folder, name);
  write(file("inner.ts"), "export const value: number = 1;");
  write(file("outer.ts"), 'import { value } from "./inner.ts"; export const twice: number = 2 * value;');
  write(file("other.ts"), "export const made = {};");
  write(file("data.json"), "[1]");
  const { load } = await importFrom(folder);

  assert.equal((await load("./outer.ts")).twice, 2);
  const { made } = await load("./other.ts");
  assert.deepEqual((await load("./data.json", { with: { type: "json" } })).default, [1]);

  write(file("inner.ts"), "export const value: number = 5;");
  write(file("data.json"), "[2]");
  assert.equal((await load("./outer.ts")).twice, 10, "through an importer that did not change");
  assert.equal((await load("./inner.ts")).value, 5);
  assert.deepEqual((await load("./data.json", { with: { type: "json" } })).default, [2]);
  assert.equal((await load("./other.ts")).made, made, "an unchanged module stays the same object");
});

test("importFrom() forgets a file's syntax error once it is mended", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const { load } = await importFrom(folder);
  write(join(folder, "broken.ts"), "export const = ;");
  await assert.rejects(load("./broken.ts"));
  write(join(folder, "broken.ts"), "export const fine = true;");
  assert.equal((await load("./broken.ts")).fine, true);
});

test("importFrom() loads edited CommonJS anew, by import and by require, and lets go of its hooks", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  t.after(() => rmSync(folder, { recursive: true }));
  write(join(folder, "inner.cts"), "const value: number = 1;\nexport = { value };");
  write(
    join(folder, "outer.ts"),
    'const { value } = require("./inner.cjs");\nexport const twice = 2 * value;',
  );
  const place = await importFrom(folder);
  assert.equal((await place.load("./outer")).twice, 2);
  assert.equal((place.require("./outer") as { twice: number }).twice, 2);
  write(join(folder, "inner.cts"), "const value: number = 5;\nexport = { value };");
  assert.equal((place.require("./outer") as { twice: number }).twice, 10);
  assert.equal((await place.load("./outer")).twice, 10);

  const other = await importFrom(folder);
  place.close();
  assert.equal((await other.load("./outer")).twice, 10, "while another is open, the hooks stay");
  other.close();
  await assert.rejects(other.load("./not-loaded-yet"));
});
