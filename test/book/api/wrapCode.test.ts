import assert from "node:assert/strict";
import { test } from "node:test";
import { wrapCode } from "../../../book/api/wrapCode.ts";

const cases: readonly (readonly [why: string, code: string, wrapped: string])[] = [
  ["leaves what fits", "function a(b: number): number", "function a(b: number): number"],
  [
    "gives each parameter a line",
    "function a(first: number, second: number): number",
    "function a(\n  first: number,\n  second: number,\n): number",
  ],
  [
    "gives each member a line, inside a parameter too",
    "function a(options: { readonly first: number; readonly second: string }): void",
    "function a(\n  options: {\n    readonly first: number;\n    readonly second: string;\n  },\n): void",
  ],
  [
    "gives each type parameter a line",
    "function a<First extends Second, Third extends Fourth>(b: First): Third",
    "function a<\n  First extends Second,\n  Third extends Fourth,\n>(\n  b: First,\n): Third",
  ],
  [
    "breaks unions at their bars",
    'type A = "the first of them" | "the second of them"',
    'type A =\n  | "the first of them"\n  | "the second of them"',
  ],
  [
    "takes the head of an arrow for no bracket",
    "function a(read: (turn: Turn<A>) => number, more: B): void",
    "function a(\n  read: (turn: Turn<A>) => number,\n  more: B,\n): void",
  ],
  [
    "leaves what it cannot break",
    "const aVeryLongNameThatHasNoBracketsAtAll: Number",
    "const aVeryLongNameThatHasNoBracketsAtAll: Number",
  ],
];

for (const [why, code, wrapped] of cases) {
  test(`wrapCode() ${why}`, () => assert.equal(wrapCode(code, 40), wrapped));
}
