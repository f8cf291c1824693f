// The picture and the four numbers above it agree.
import assert from "node:assert/strict";
import { test } from "node:test";
import { foundAndMissed, manifoldMetrics, seeded, standardNormal } from "../../../lib/index.ts";

const cloud = (n: number, spread: number, seed: number) => {
  const rng = seeded(seed);
  return Array.from({ length: n }, () => [spread * standardNormal(rng), spread * standardNormal(rng)]);
};
const axes = { x: "x", y: "y", range: [-4, 4] } as const;

test("shares of points found and inside are recall and precision, strict or not", () => {
  const [real, fake] = [cloud(80, 1, 1), cloud(60, 1.8, 2)];
  for (const strict of [true, false]) {
    const spec = foundAndMissed({ real, fake, k: 3, strict, ...axes });
    const { precision, recall } = manifoldMetrics(real, fake, { k: 3, strict });
    const [points] = spec.layer as { data: { values: { kind: string }[] } }[];
    const count = (kind: string): number => points!.data.values.filter((row) => row.kind === kind).length;
    assert.equal(count("human, found"), Math.round(recall * 80));
    assert.equal(count("human, missed"), 80 - count("human, found"));
    assert.equal(count("model, inside"), Math.round(precision * 60));
    assert.equal(count("model, outside"), 60 - count("model, inside"));
  }
});

test("a point on the rim is inside unless balls are strict", () => {
  const real = [[0, 0], [1, 0], [2, 0]]; // biome-ignore format: one line shows the line
  const fake = [[3, 0], [4, 0]]; // biome-ignore format: one line shows the line
  const said = (strict: boolean): string => foundAndMissed({ real, fake, k: 1, strict, ...axes }).description;
  assert.match(said(true), /of 2 by the model 2 are outside/);
  assert.match(said(false), /of 2 by the model 1 is outside/);
});

test("figures name the argument they reject", () => {
  const [real, fake] = [cloud(700, 1, 1), cloud(9, 1, 2)];
  const draw = (a: number[][], b: number[][]) => () =>
    foundAndMissed({ real: a, fake: b, k: 3, strict: true, ...axes });
  assert.throws(draw(real, fake), /real must hold at most 600 points, got 700/);
  assert.throws(draw(fake, real), /fake must hold at most 600 points, got 700/);
  assert.throws(draw([[0], [1], [2], [3]], [[0], [1], [2], [3]]), /real must have rows of 2 numbers, got 1/);
});
