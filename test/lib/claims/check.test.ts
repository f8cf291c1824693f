import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { CheckError, check } from "../../../lib/index.ts";

const passes: [string, unknown, unknown, number?][] = [
  ["numbers", 2, 2],
  ["numbers within the tolerance", 0.1 + 0.2, 0.3, 1e-12],
  ["zero and minus zero", 0, -0],
  ["NaN and NaN", Number.NaN, Number.NaN],
  ["arrays and typed arrays", [1, 2], Float64Array.of(1, 2)],
  ["nested objects in another order of keys", { a: [1, { b: 2 }], c: "x" }, { c: "x", a: [1, { b: 2 }] }],
  ["an object of another realm", runInNewContext("({ a: [1] })"), { a: [1] }],
];
for (const [what, actual, expected, tolerance] of passes) {
  test(`check() passes ${what}`, () => {
    const passed = check("it is so", actual, expected, tolerance === undefined ? {} : { tolerance });
    const bundle = (passed as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ]!();
    assert.equal(bundle["text/plain"], "✓ it is so");
  });
}

const failures: [unknown, unknown, RegExp][] = [
  [3, 4, /seen: 3\n {2}wanted: 4$/],
  [Number.NaN, 4, /seen: NaN/],
  [Number.NaN, 0, /seen: NaN/],
  ["4", 4, /seen: "4"\n {2}wanted: 4/],
  [undefined, 4, /seen: undefined/],
  [[1, 2], [1, 3], /seen at \[1\]: 2\n {2}wanted: 3/],
  [[1], [1, 3], /seen: 1 values\n {2}wanted: 2 values/],
  [{ a: { b: [0] } }, { a: { b: [9] } }, /seen at \.a\.b\[0\]: 0/],
  [{}, { a: 1 }, /seen at \.a: nothing\n {2}wanted: 1/],
  [{ a: 1, z: 2 }, { a: 1 }, /seen at \.z: 2\n {2}wanted: nothing/],
  [() => 1, 1, /seen: a function/],
  [[1, 2, 3, 4, 5, 6, 7, 8], 1, /seen: \[1, 2, 3, 4, 5, 6, … 8 values\]/],
];
for (const [actual, expected, message] of failures) {
  test(`check() reports ${message.source}`, () => {
    assert.throws(
      () => check("it is so", actual, expected),
      (error) =>
        error instanceof CheckError &&
        error.message.startsWith("Not yet: it is so\n") &&
        message.test(error.message),
    );
  });
}

test("check() gives the hint and the tolerance, and no stack", () => {
  assert.throws(
    () => check("it is so", 1, 2, { tolerance: 0.5, hint: "divide by n − 1" }),
    (error: Error) => {
      assert.equal(
        error.message,
        "Not yet: it is so\n  seen: 1\n  wanted: 2 (within 0.5)\n  hint: divide by n − 1",
      );
      assert.doesNotMatch(error.stack!, /\n\s+at /);
      return true;
    },
  );
});

test("check() refuses a tolerance that is no tolerance", () => {
  assert.throws(
    () => check("x", 1, 1, { tolerance: -1 }),
    /tolerance must be finite and not negative, got -1/,
  );
});
