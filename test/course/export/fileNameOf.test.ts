import assert from "node:assert/strict";
import { test } from "node:test";
import { fileNameOf } from "../../../course/export/fileNameOf.ts";

for (const [id, name] of [
  ["ada.lovelace@example.org", "ada.lovelace@example.org"],
  ["jürgen-1_a", "jürgen-1_a"],
  ["../up", "%2e.%2fup"],
  ["..", "%2e."],
  [".hidden", "%2ehidden"],
  ["a/b", "a%2fb"],
  ["a\\b", "a%5cb"],
  ["a%2fb", "a%252fb"],
  ["a b\n", "a%20b%0a"],
  ["=1", "%3d1"],
  ["😀", "%f0%9f%98%80"],
] as const)
  test(`the id ${JSON.stringify(id)} names the file ${name}`, () => {
    assert.equal(fileNameOf(id), name);
  });
