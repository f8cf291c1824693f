// How sentences say numbers, shares and lists.
import assert from "node:assert/strict";
import { test } from "node:test";
import { spokenList, spokenNumber, spokenPercent } from "../../../lib/show/spoken.ts";

const numbers: [value: number, said: string][] = [
  [0, "0"],
  [-0, "0"],
  [1850, "1850"], // a year
  [9999, "9999"],
  [10_000, "10\u00a0000"],
  [123_456, "123\u00a0456"],
  [12_345.6, "12\u00a0350"],
  [1_000_000, "1 million"],
  [2_500_000, "2.5 million"],
  [1_234_567, "1.235 million"],
  [1e9, "1 billion"],
  [4.2e11, "420 billion"],
  [1e12, "10¹²"],
  [3.25e15, "3.25\u00a0×\u00a010¹⁵"],
  [0.28936, "0.2894"],
  [-0.28936, "−0.2894"],
  [0.0001, "0.0001"],
  [0.00003677, "3.677\u00a0×\u00a010⁻⁵"],
  [3.199e-138, "3.199\u00a0×\u00a010⁻¹³⁸"],
  [Number.POSITIVE_INFINITY, "Infinity"],
];
for (const [value, said] of numbers) {
  test(`${value} is said ${said}`, () => assert.equal(spokenNumber(value), said));
}

test("only nothing is 0 %, and only the whole is 100 %", () => {
  assert.deepEqual([0, 0.0004, 0.6456, 0.9999, 1].map(spokenPercent), [
    "0 %",
    "less than 0.1 %",
    "64.6 %",
    "more than 99.9 %",
    "100 %",
  ]);
});

test("a list has commas, and one word before its last part", () => {
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(spokenList), [
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
});
