// A result never leaves its mathematical range, not by the last digit: a share of 1.0000000000000002 is no share.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import { seeded } from "../../../lib/index.ts";

const { hillNumber, entropy, jensenShannon, hellinger, totalVariation, mauve, quantile } = lib;
const orders = [0, 0.3, 0.999999, 1, 1.000001, 1.7, 2, 3.3, 100, 1e6, Infinity];

for (const count of [1, 2, 3, 7, 10, 49, 93, 1000, 100_000]) {
  test(`hillNumber() of ${count} equal types is at most ${count}, at every order`, () => {
    const weights = new Float64Array(count).fill(1);
    for (const order of orders) {
      const seen = hillNumber(weights, { order });
      assert.ok(seen <= count && seen >= count * (1 - 1e-6), `order ${order}: ${seen}`);
    }
  });

  test(`entropy() of ${count} equal types is at most its maximum`, () => {
    const weights = new Float64Array(count).fill(0.1);
    for (const base of [2, Math.E, 10]) {
      const seen = entropy(weights, { base });
      assert.ok(seen <= Math.log(count) / Math.log(base) && seen >= 0, `base ${base}: ${seen}`);
    }
  });
}

test("hillNumber() and entropy() of one type that is nearly all are at least 1 and 0", () => {
  for (const rest of [1e-17, 1e-16, 3e-16, 1e-12]) {
    for (const order of orders)
      assert.ok(hillNumber([1, rest], { order }) >= 1, `order ${order}, rest ${rest}`);
    assert.ok(entropy([1, rest], { base: 2 }) >= 0);
  }
});

test("distances of histograms stay between 0 and 1", () => {
  const rng = seeded(5);
  for (let round = 0; round < 300; round += 1) {
    const k = 2 + (round % 30);
    const p = Float64Array.from({ length: k }, (_, i) => (i % 2 ? 0 : rng.next()));
    const disjoint = Float64Array.from({ length: k }, (_, i) => (i % 2 ? rng.next() : 0));
    const near = p.map((x) => x * (1 + 1e-15 * rng.next()));
    for (const q of [disjoint, near, p]) {
      for (const root of [true, false]) {
        const js = jensenShannon(p, q, { base: 2, root });
        assert.ok(js >= 0 && js <= 1, `jensenShannon ${js}`);
      }
      for (const distance of [hellinger, totalVariation]) {
        assert.ok(distance(p, q) >= 0 && distance(p, q) <= 1, distance.name);
      }
      const area = mauve(p, q, { c: 5, points: 25 });
      assert.ok(area >= 0 && area <= 1, `mauve ${area}`);
    }
  }
});

test("vendi() of n items lies between 1 and n", () => {
  for (const n of [1, 2, 3, 10, 30]) {
    const same = Array.from({ length: n }, () => Array.from({ length: n }, () => 1));
    const apart = same.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
    assert.ok(lib.vendi(same) >= 1 && lib.vendi(same) < 1 + 1e-9);
    assert.ok(lib.vendi(apart) <= n && lib.vendi(apart) > n - 1e-9);
  }
});

test("quantile() rises with p and never passes the greatest value", () => {
  const data = [0.1, 0.1 + 1e-17, 0.3, 0.3, 0.7 + 1e-16, 0.7];
  let before = -Infinity;
  for (let i = 0; i <= 1000; i += 1) {
    const seen = quantile(data, i / 1000);
    assert.ok(seen >= before && seen <= 0.7 + 1e-16, `${i / 1000}: ${seen}`);
    before = seen;
  }
});

test("laws that are probabilities stay between 0 and 1", () => {
  const { laws } = lib;
  const rng = seeded(6);
  const near = (x: number): number => {
    const edge = [0, 1e-300, 1e-17, 1e-9, 0.5, 1 - 1e-9, 1 - 2 ** -53, 1];
    return x < 0.7 ? edge[Math.floor((x / 0.7) * edge.length)]! : rng.next();
  };
  const share = (): number => near(rng.next());
  const count = (): number => [1, 2, 3, 10, 1e6, 1e12, 2 ** 53 - 2][Math.floor(rng.next() * 7)]!;
  const ddof = 1;
  const outside: string[] = [];
  for (let round = 0; round < 3000; round += 1) {
    const [a, b, c, n, m, t] = [share(), share(), share(), count(), count(), count()];
    const two = [a, 1 - a];
    const detector = { pollution: a, truePositiveRate: b, falsePositiveRate: c };
    const seen: Record<string, number> = {
      accumulatedVariance: laws.accumulatedVariance(t, { size: n + 1 }),
      accumulatedSquaredDrift: laws.accumulatedSquaredDrift(t, { size: n + 1 }),
      addAlphaProbability: laws.addAlphaProbability(t, { probability: a, tokens: n, types: m, alpha: b }),
      argmaxRelabelUpdate: laws.argmaxRelabelUpdate(a, { distance: 0.01 + b }),
      aurocBound: laws.aurocBound(a),
      bestOfK: laws.bestOfKUpdate(two, [0, 700 * b], { candidates: 2 })[0]!,
      c4: laws.c4(n + 1),
      diversityKept: laws.diversityKept({ size: n, freshShare: Math.max(a, 1e-300) }),
      expectedGreenRate: laws.expectedGreenRate({ greenShare: a, bias: 10 * b }),
      expectedHeterozygosity: laws.expectedHeterozygosity(t, { size: n, heterozygosity: a }),
      expectedSimpson: laws.expectedSimpson(t, { size: n, simpson: a }),
      expectedTailCoverage: laws.expectedTailCoverage([a, b, c, 0.1], { size: n, below: 2 }),
      expectedTournamentScore: laws.expectedTournamentScore(two),
      extinctionProbability: laws.extinctionProbability(t),
      fixationProbability: laws.fixationProbability(a, { size: Math.min(n, 1e6), selection: 0.9 * (b - c) }),
      greenRateBound: laws.greenRateBound(two, { greenShare: 0.01 + 0.98 * b, bias: 10 * c }),
      heterozygosityWithFixedData: laws.heterozygosityWithFixedData(t, {
        realSize: n,
        syntheticSize: m,
        heterozygosity: a,
      }),
      heterozygosityWithFreshData: laws.heterozygosityWithFreshData(t, {
        size: n,
        freshShare: Math.max(b, 1e-300),
        heterozygosity: a,
        start: c,
      }),
      humanWeightUnderAccumulate: laws.humanWeightUnderAccumulate(t, { modelBias: a }),
      humanWeightUnderFresh: laws.humanWeightUnderFresh(t, { modelBias: a, freshShare: b }),
      humanWeightUnderReplace: laws.humanWeightUnderReplace(t, { modelBias: a }),
      hutterError: laws.hutterError(two, [b, 1 - b], { tokens: n }),
      inbreedingCoefficient: laws.inbreedingCoefficient(t, { size: n }),
      isolatedLineagesHeterozygosity: laws.isolatedLineagesHeterozygosity(t, {
        lineages: m,
        size: n,
        heterozygosity: a,
      }),
      lshProbability: laws.lshProbability(a, { bands: n, rows: 3 }),
      medianVariance: laws.medianVariance(Math.min(t, 10), { size: Math.min(n, 1e6) + 1, ddof }),
      missProbability: laws.missProbability(a, { size: n }),
      representableMass: laws.representableMass(two, t, { size: n }),
      residualPollution: a * (1 - b) + (1 - a) * (1 - c) > 0 ? laws.residualPollution(detector) : 0,
      shareAfterSelection: laws.shareAfterSelection(a, { selection: 3 * b }),
      subsampledVariance: laws.subsampledVariance(t, { size: n + 1 }),
      survival: laws.survival(n, t),
      temperatureMixUpdate: laws.temperatureMixUpdate(two, {
        human: [c, 1 - c],
        freshShare: b,
        temperature: 0.5,
      })[0]!,
      twoTasteFixedPoint: laws.twoTasteFixedPoint(a, { advantage: 1 + b }),
      twoTasteUpdate: laws.twoTasteUpdate(a, { curated: b, advantage: c }),
      zipfTailMass: laws.zipfTailMass({ exponent: 1.1 + a, cut: n }),
    };
    for (const [law, value] of Object.entries(seen)) {
      if (!(value >= 0 && value <= 1)) outside.push(`${law}: ${value} at ${[a, b, c, n, m, t].join(", ")}`);
    }
  }
  assert.deepEqual(outside.slice(0, 20), []);
});
