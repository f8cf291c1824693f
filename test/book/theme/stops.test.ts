import assert from "node:assert/strict";
import { test } from "node:test";
import { positionOf, stopsOf } from "../../../book/theme/client/stops.ts";

test("a slider stops at its values and, as often in each gap, between them", () => {
  const stops = stopsOf([20, 50, 100, 1000], "whole");
  assert.equal(stops.length, 31);
  for (const [at, value] of [20, 50, 100, 1000].entries())
    assert.equal(stops.find((stop) => stop.value === value)?.position, at);
  assert.ok(stops.every(({ value }) => Number.isInteger(value)));
  assert.deepEqual(
    stops,
    stops.toSorted((one, other) => one.position - other.position),
  );
});

test("between whole numbers side by side there is none, and none comes twice", () => {
  const values = stopsOf([0, 1, 3, 10], "whole").map(({ value }) => value);
  assert.deepEqual(values, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("other numbers are such as a person would choose", () => {
  const values = stopsOf([0, 0.05, 0.1, 0.7], "any").map(({ value }) => value);
  assert.deepEqual(
    values.slice(0, 12),
    [0, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.055],
  );
  assert.equal(Math.max(...values.map((value) => String(value).length)), 5);
});

test("any number has its place between its neighbours", () => {
  const values = [20, 50, 100];
  for (const [value, position] of [
    [20, 0],
    [35, 0.5],
    [50, 1],
    [99, 1.98],
    [100, 2],
  ] as const)
    assert.equal(positionOf(value, values), position);
});
