import assert from "node:assert/strict";
import { test } from "node:test";
import { importedBy } from "../../../kernel/compile/importedBy.ts";

for (const [source, wanted] of [
  [
    'import a from "a"; import { b } from "b"; import * as c from "c"; import "d"; b; c; a',
    ["a", "b", "c", "d"],
  ],
  ['import type { T } from "t"; const x: T = 1', []],
  ['const { a } = await import("a"); const later = () => import("b")', ["a", "b"]],
  ["const name = 'x'; await import(name)", []],
  ['console.log("out of from " + 1, `import "x" from "y"`)', []],
  ['export { a } from "a"; export * from "b"', ["a", "b"]],
  ['import data from "./data.json" with { type: "json" }; data', ["./data.json"]],
] as const)
  test(`importedBy() finds ${JSON.stringify(wanted)} in ${source}`, () =>
    assert.deepEqual(importedBy(source), wanted));
