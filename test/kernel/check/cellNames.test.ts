import assert from "node:assert/strict";
import { test } from "node:test";
import { cellNames } from "../../../kernel/check/cellNames.ts";
import { ts } from "../../../kernel/check/typescript.ts";

const namesOf = (source: string): Record<string, string> =>
  Object.fromEntries(cellNames(ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ESNext), ts));

for (const [source, names] of [
  ['import a, { b, c as d, "e f" as g, type H, default as i } from "m"', "a b d g H i: import"],
  ['import * as a from "m"; import type B from "n"; import "o"', "a B: import"],
  ['import a = require("m")', "a: import"],
  ["const a = 1, { b, c: d, ...e } = f, [g, , [h = 1]] = i", "a b d e g h: const"],
  ["let a: number; var b", "a b: let"],
  ["function a(b: number) { var c }", "a: import"],
  ["class A { b = 1 }", "A: import"],
  ["interface A { b: number }", "A: import"],
  ["type A<B> = B", "A: import"],
  ["enum A { B }", "A: import"],
  ["namespace A { export var b = 1 }", "A: import"],
  ["declare const a: number", "a: const"],
  ["export const a = 1; export default class B {}", "a: const, B: import"],
  ["export default function () {}", ""],
  ["for (var a of b) { var c = 1; let d = 2 }", "a c: let"],
  ["if (x) { var a = 1; { var b = 2 } const c = 3 }", "a b: let"],
  ["try { var a = 1 } catch (b) { var c } finally { var d }", "a c d: let"],
  ["const f = () => { var a }; if (x) { class B { c() { var d } } function e() { var g } }", "f: const"],
  ["using a = b; await using c = d", ""],
  ["let a; const b = 1; let c", "a: let, b: const, c: let"],
  ["1 + 1", ""],
] as const)
  test(`cellNames() finds in ${source}: ${names || "nothing"}`, () => {
    const expected = names
      .split(", ")
      .filter(Boolean)
      .flatMap((group) => {
        const [some = "", binding = ""] = group.split(": ");
        return some.split(" ").map((name) => [name, binding] as const);
      });
    assert.deepEqual(namesOf(source), Object.fromEntries(expected));
  });
