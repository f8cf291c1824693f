// Laws: the moments and tail probabilities of N(0, 1) (SciPy 1.17.1: norm.sf), each within 4 standard errors.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fillNormal, seeded, standardNormal } from "../../../lib/index.ts";

const n = 2_000_000;
const draws = fillNormal(new Float64Array(n), 0, 1, seeded(11));

const average = (f: (x: number) => number): number => draws.reduce((sum, x) => sum + f(x), 0) / n;

const moments = [
  { name: "mean", f: (x: number) => x, expected: 0, variance: 1 },
  { name: "second moment", f: (x: number) => x ** 2, expected: 1, variance: 2 },
  { name: "third moment", f: (x: number) => x ** 3, expected: 0, variance: 15 },
  { name: "fourth moment", f: (x: number) => x ** 4, expected: 3, variance: 96 },
];
for (const { name, f, expected, variance } of moments) {
  test(`standard normal draws have ${name} ${expected}`, () => {
    assert.ok(Math.abs(average(f) - expected) < 4 * Math.sqrt(variance / n), `${average(f)}`);
  });
}

const tails = [
  { x: 0, p: 0.5 },
  { x: 0.5, p: 0.3085375387259869 },
  { x: 1, p: 0.15865525393145707 },
  { x: 2, p: 0.0227501319481792 },
  { x: 3, p: 0.0013498980316300933 },
  { x: 3.7, p: 0.00010779973347738823 }, // beyond the ziggurat's edge at 3.654
  { x: 4.2, p: 1.3345749015906314e-5 },
];
for (const { x, p } of tails) {
  test(`standard normal draws exceed ${x} and fall below −${x} with probability ${p}`, () => {
    const room = 4 * Math.sqrt((p * (1 - p)) / n);
    const above = average((draw) => (draw > x ? 1 : 0));
    const below = average((draw) => (draw < -x ? 1 : 0));
    assert.ok(Math.abs(above - p) < room, `above: ${above}`);
    assert.ok(Math.abs(below - p) < room, `below: ${below}`);
  });
}

test("successive draws are uncorrelated, and so are their squares", () => {
  let [plain, squares] = [0, 0];
  for (let i = 1; i < n; i += 1) {
    plain += draws[i]! * draws[i - 1]!;
    squares += (draws[i]! ** 2 - 1) * (draws[i - 1]! ** 2 - 1);
  }
  assert.ok(Math.abs(plain / n) < 4 / Math.sqrt(n));
  assert.ok(Math.abs(squares / n) < 8 / Math.sqrt(n));
});

test("fillNormal() gives the numbers of standardNormal(), one after another", () => {
  const [a, b] = [seeded(3), seeded(3)];
  const filled = fillNormal(new Float64Array(100_000), 5, 2, a);
  assert.deepEqual(
    filled,
    Float64Array.from(filled, () => 5 + 2 * standardNormal(b)),
  );
  assert.equal(a.bits(), b.bits());
});

test("fillNormal() takes any stream that keeps the contract", () => {
  const inner = seeded(3);
  const wrapped = {
    seed: 3,
    path: [],
    next: () => inner.next(),
    bits: () => inner.bits(),
    split: inner.split,
  };
  assert.deepEqual(
    fillNormal(new Float64Array(50), 0, 1, wrapped),
    fillNormal(new Float64Array(50), 0, 1, seeded(3)),
  );
});

test("fillNormal() names the argument it rejects", () => {
  const out = new Float64Array(1);
  assert.throws(() => fillNormal(out, Number.NaN, 1, seeded(1)), /mean must be finite, got NaN/);
  assert.throws(() => fillNormal(out, 0, -1, seeded(1)), /sd must be finite and not negative, got -1/);
});
