import assert from "node:assert/strict";
import { test } from "node:test";
import { valuesAtTuples } from "../../../lib/index.ts";

test("valuesAtTuples() gives a value for each tuple of a list of any kind", () => {
  const power = (x: number, n: number): number => x ** n;
  const tuples = [
    [2, 3],
    [3, 2],
  ] as const;
  assert.deepEqual(valuesAtTuples(power, tuples), [8, 9]);
  assert.deepEqual(valuesAtTuples(power, new Set(tuples)), [8, 9]);
  assert.deepEqual(valuesAtTuples(power, []), []);
  let n = 0;
  assert.deepEqual(
    valuesAtTuples(() => n++, [[], []]),
    [0, 1],
  );
});

test("valuesAtTuples() asks a function that stands elsewhere once, argument by argument", () => {
  const asked: unknown[] = [];
  const answer = Object.assign((x: number, isMinus: boolean) => (isMinus ? -x : x), {
    [Symbol.for("generation-loss.valuesAt")]: (...args: unknown[]) => {
      asked.push(args);
      return ["a", "b"];
    },
  });
  assert.deepEqual(
    valuesAtTuples(answer, [
      [1, true],
      [2, false],
    ]),
    ["a", "b"],
  );
  const columns = [
    [1, 2],
    [true, false],
  ];
  assert.deepEqual(asked, [[columns, []]]);
});

test("valuesAtTuples() says what it needs", () => {
  const f = (...all: number[]): number => all.length;
  const wrong: readonly (readonly [unknown, unknown, string, RegExp])[] = [
    [3, [], "TypeError", /Cannot ask for values: f must be a function, got number/],
    [f, 3, "TypeError", /tuples must be a list, got number/],
    [f, null, "TypeError", /tuples must be a list, got object/],
    [f, [[1], 2], "TypeError", /each tuple must be a list, got number/],
    [f, [[1, 2], [3]], "RangeError", /each tuple must have 2 arguments, got 1/],
  ];
  for (const [callee, tuples, name, message] of wrong)
    assert.throws(() => valuesAtTuples(callee as never, tuples as never), { name, message });
});
