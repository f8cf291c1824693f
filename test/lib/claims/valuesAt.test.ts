import assert from "node:assert/strict";
import { test } from "node:test";
import { valuesAt } from "../../../lib/index.ts";

test("valuesAt() gives a value for each input of a list of any kind, and no more than the input", () => {
  const seen: unknown[][] = [];
  const square = (...args: number[]): number => {
    seen.push(args);
    return args[0]! ** 2;
  };
  for (const inputs of [[1, 2, 3], Float64Array.of(1, 2, 3), new Set([1, 2, 3])])
    assert.deepEqual(valuesAt(square, inputs), [1, 4, 9]);
  assert.deepEqual(seen.slice(0, 3), [[1], [2], [3]]);
  assert.deepEqual(valuesAt(square, []), []);
});

test("valuesAt() passes what comes after the input, and takes a function for each input", () => {
  const scaled = (x: number, by: number, and: number): number => x * by + and;
  assert.deepEqual(valuesAt(scaled, [1, 2], 10, 5), [15, 25]);
  assert.deepEqual(valuesAt([Math.sqrt, Math.abs], [4, -3]), [2, 3]);
  assert.throws(() => valuesAt([Math.sqrt], [4, -3]), {
    name: "RangeError",
    message: /there must be a function for each of 2 inputs, got 1/,
  });
  assert.throws(() => valuesAt([Math.sqrt, 3 as never], [4, -3]), /f must be a function .* got number/);
});

test("valuesAt() asks a function that stands elsewhere once", () => {
  const asked: unknown[] = [];
  const answer = Object.assign((x: number) => x, {
    [Symbol.for("generation-loss.valuesAt")]: ([inputs]: [number[]], ...more: unknown[]) => {
      asked.push([inputs, ...more]);
      return inputs.map((x) => -x);
    },
  });
  assert.deepEqual(valuesAt(answer, new Set([1, 2])), [-1, -2]);
  assert.deepEqual(valuesAt([answer, answer], [3, 4]), [-3, -4]);
  assert.deepEqual(asked, [
    [[1, 2], [], undefined],
    [[3, 4], [], [answer, answer]],
  ]);
  assert.deepEqual(valuesAt([answer, (x: number) => x], [3, 4]), [3, 4]);
});

test("valuesAt() says what it needs", () => {
  assert.throws(
    () => valuesAt(3 as never, [1]),
    /Cannot ask for values: f must be a function or a list of them, got number/,
  );
  assert.throws(
    () => valuesAt(Math.sqrt, 3 as never),
    /Cannot ask for values: inputs must be a list, got number/,
  );
  assert.throws(() => valuesAt(Math.sqrt, null as never), /inputs must be a list, got object/);
});
