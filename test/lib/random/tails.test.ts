// Far out, where few draws fall: what a wrong tail changes. Counts against exact probabilities, within 4.5 standard errors.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import { seeded } from "../../../lib/index.ts";
import { complementaryErrorFunction } from "../../../lib/numerics/normalTail.ts";

/** Rounds and draws per round. */
const [rounds, batch] = [20, 1e6];

function assertCounts(seen: number, expected: number, what: string): void {
  const z = (seen - expected) / Math.sqrt(expected);
  assert.ok(
    Math.abs(z) < 4.5,
    `${what}: ${seen}, not ${expected.toFixed(1)}: ${z.toFixed(1)} standard errors off`,
  );
}

test("normal draws fall beyond 3.7 to 5 sds as often as they should, on either side", () => {
  const edges = [3.7, 3.8, 4, 4.25, 4.5, 5];
  const [above, below] = [edges.map(() => 0), edges.map(() => 0)];
  const rng = seeded(31);
  const draws = new Float64Array(batch);
  for (let round = 0; round < rounds; round += 1) {
    lib.fillNormal(draws, 0, 1, rng);
    for (let i = 0; i < batch; i += 1) {
      const x = draws[i]!;
      if (x < 3.7 && x > -3.7) continue;
      for (const [k, edge] of edges.entries()) {
        if (x > edge) above[k]! += 1;
        if (x < -edge) below[k]! += 1;
      }
    }
  }
  for (const [k, edge] of edges.entries()) {
    const expected = (rounds * batch * complementaryErrorFunction(edge * Math.SQRT1_2)) / 2;
    assertCounts(above[k]!, expected, `above ${edge}`);
    assertCounts(below[k]!, expected, `below −${edge}`);
  }
});

test("normal draws fill the strips around the ziggurat's edges as the density does", () => {
  // Narrow strips: a wrong wedge or a wrong layer of the ziggurat moves draws by less than a moment would show.
  const strips = 74;
  const counts = new Float64Array(2 * strips);
  const rng = seeded(32);
  const draws = new Float64Array(batch);
  for (let round = 0; round < 4; round += 1) {
    lib.fillNormal(draws, 0, 1, rng);
    for (let i = 0; i < batch; i += 1) {
      const place = Math.floor(draws[i]! * 20) + strips;
      if (place >= 0 && place < counts.length) counts[place]! += 1;
    }
  }
  const upper = (z: number): number => complementaryErrorFunction(z * Math.SQRT1_2) / 2;
  for (const [i, seen] of counts.entries()) {
    const from = (i - strips) / 20;
    const p = from >= 0 ? upper(from) - upper(from + 0.05) : upper(-from - 0.05) - upper(-from);
    assertCounts(seen, 4 * batch * p, `from ${from}`);
  }
});

/** Counts of each value from a sampler, and its probabilities, both pooled so that no cell expects fewer than 30. */
function assertCells(
  draws: ArrayLike<number>,
  probability: (k: number) => number,
  last: number,
  what: string,
): void {
  const seen = new Map<number, number>();
  for (let i = 0; i < draws.length; i += 1) seen.set(draws[i]!, (seen.get(draws[i]!) ?? 0) + 1);
  let [count, expected, total] = [0, 0, 0];
  for (let k = 0; k <= last; k += 1) {
    count += seen.get(k) ?? 0;
    expected += draws.length * probability(k);
    if (expected < 30) continue;
    assertCounts(count, expected, `${what}, up to ${k}`);
    total += count;
    [count, expected] = [0, 0];
  }
  assert.ok(total + count > draws.length * (1 - 1e-4), `${what}: draws outside 0 … ${last}`);
}

/** p(0), p(1), … from p(0) and the ratios of neighbours, in logarithms. */
function probabilities(logZero: number, ratio: (k: number) => number, last: number): Float64Array {
  const p = new Float64Array(last + 1);
  let log = logZero;
  p[0] = Math.exp(log);
  for (let k = 1; k <= last; k += 1) {
    log += Math.log(ratio(k));
    p[k] = Math.exp(log);
  }
  return p;
}

// On both sides of n min(p, 1 − p) = 30, where binomial() changes its method, and of p = ½
for (const [trials, p] of [
  [1, 0.5],
  [2, 0.25],
  [3, 0.9],
  [20, 0.3],
  [40, 0.74],
  [59, 0.5],
  [60, 0.5],
  [61, 0.5],
  [200, 0.149],
  [200, 0.151],
  [200, 0.849],
  [200, 0.851],
  [1e9, 2e-8],
] as const) {
  test(`binomial(${trials}, ${p}) has the right probability in every cell`, () => {
    const last = Math.min(trials, 200);
    const law = probabilities(trials * Math.log1p(-p), (k) => ((trials - k + 1) / k) * (p / (1 - p)), last);
    const draws = lib.drawMany(lib.binomial({ trials, p }), 200_000, seeded(33));
    assertCells(draws, (k) => law[k]!, last, "binomial");
  });
}

for (const mean of [0, 0.01, 1, 9.99, 29.99, 30, 31]) {
  test(`poisson(${mean}) has the right probability in every cell`, () => {
    const law = probabilities(-mean, (k) => mean / k, 100);
    const draws = lib.drawMany(lib.poisson({ mean }), 200_000, seeded(34));
    assertCells(draws, (k) => law[k]!, 100, "poisson");
  });
}

for (const [exponent, types] of [
  [0, 3],
  [1, 2],
  [2.5, 6],
] as const) {
  test(`zipf(${exponent}) of ${types} types gives rank k in proportion to k^−${exponent}`, () => {
    const weights = Array.from({ length: types }, (_, i) => (i + 1) ** -exponent);
    const total = weights.reduce((sum, weight) => sum + weight);
    const draws = lib.drawMany(lib.zipf({ exponent, types }), 200_000, seeded(35));
    assertCells(draws, (k) => weights[k]! / total, types - 1, "zipf");
  });
}

// Few and many trials on both sides of the bound of 12 expected per category, below which categories are drawn one by one
for (const [trials, weights] of [
  [1, [1, 2, 1]],
  [5, [1, 0, 3]],
  [40, [30, 30.5, 39.5]],
  [100, [11.9, 12, 12.1, 64]],
  [100, [0.5, 0.5, 99]],
] as const) {
  test(`multinomial(${trials}, [${weights}]): each count is binomial, any two vary against each other`, () => {
    const draw = lib.multinomial({ trials, weights });
    const total = weights.reduce((sum: number, weight) => sum + weight, 0);
    const rng = seeded(36);
    const n = 30_000;
    const draws = Array.from({ length: n }, () => draw(rng));
    for (const [i, weight] of weights.entries()) {
      const p = weight / total;
      const law = probabilities(
        trials * Math.log1p(-p),
        (k) => ((trials - k + 1) / k) * (p / (1 - p)),
        trials,
      );
      const counts = draws.map((counts) => counts[i]!);
      if (p === 0) assert.ok(counts.every((count) => count === 0));
      else assertCells(counts, (k) => law[k]!, trials, `category ${i}`);
    }
    assert.ok(draws.every((counts) => counts.reduce((sum, count) => sum + count, 0) === trials));
    // E n_0 n_2 = N (N − 1) p_0 p_2
    const products = draws.map((counts) => counts[0]! * counts[2]!);
    const right = (trials * (trials - 1) * weights[0] * weights[2]) / total ** 2;
    const off = Math.abs(lib.mean(products) - right);
    assert.ok(off <= 4.5 * lib.standardError(products), `${lib.mean(products)}, not ${right}`);
  });
}

test("split streams are independent of each other and of their parent, for neighbouring labels and texts", () => {
  const labels: (string | number)[] = [
    0,
    1,
    2,
    -1,
    0.5,
    2 ** 53,
    "0",
    "1",
    "a",
    "b",
    "ab",
    "run 1",
    "run 2",
    "",
  ];
  const parent = seeded(37);
  const streams = [
    parent,
    ...labels.map((label) => parent.split(label)),
    parent.split(0).split(1),
    parent.split(1).split(0),
  ];
  const n = 4000;
  const draws = streams.map((rng) => Float64Array.from({ length: n + 1 }, () => rng.next() - 0.5));
  for (let i = 0; i < draws.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      for (const lag of [0, 1]) {
        let sum = 0;
        for (let t = 0; t < n; t += 1) sum += draws[i]![t]! * draws[j]![t + lag]!;
        assert.ok(Math.abs((12 * sum) / Math.sqrt(n)) < 5, `streams ${i} and ${j}, lag ${lag}`); // variance (1/12)² each
      }
    }
  }
});

test("a split stream does not depend on what was drawn before, and drawing from it changes nothing", () => {
  const [used, fresh] = [seeded(38), seeded(38)];
  for (let i = 0; i < 5; i += 1) used.next();
  assert.equal(used.split("x").next(), fresh.split("x").next());
  const [a, b] = [seeded(38), seeded(38)];
  a.split("x").next();
  assert.equal(a.next(), b.next());
});
