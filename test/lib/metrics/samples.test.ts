// Known values: SciPy 1.17.1 (test/reference/metrics.py) and science.md §5.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  energyDistance,
  fillNormal,
  gaussianMmd2,
  gaussianWasserstein2,
  klGaussian,
  kolmogorovSmirnov,
  mean,
  mmd2,
  seeded,
  standardError,
  wasserstein1,
} from "../../../lib/index.ts";
import { readReference } from "../reference.ts";
import { close, digits } from "./close.ts";

const { samples, gaussians } = readReference<{
  samples: {
    pairs: ({ a: number[]; b: number[] } & Record<
      "wasserstein1" | "energyDistance" | "kolmogorovSmirnov",
      number
    >)[];
    weighted: ({ wasserstein1: number } & Record<"a" | "b" | "aWeights" | "bWeights", number[]>)[];
  };
  gaussians: {
    a: { mean: number; sd: number };
    b: { mean: number; sd: number };
    lengthScale: number;
    klNats: number;
    mmd2: number;
  }[];
}>("metrics");

for (const [i, { a, b, ...expected }] of samples.pairs.entries()) {
  test(`pair ${i} of samples agrees with SciPy, ties or not`, () => {
    close(wasserstein1(a, b), expected.wasserstein1);
    close(energyDistance(a, b, { root: true }), expected.energyDistance);
    close(energyDistance(a, b, { root: false }), expected.energyDistance ** 2);
    close(kolmogorovSmirnov(a, b), expected.kolmogorovSmirnov);
  });
}
for (const [i, { a, b, aWeights, bWeights, wasserstein1: expected }] of samples.weighted.entries()) {
  test(`weighted pair ${i} agrees with SciPy`, () =>
    close(wasserstein1(a, b, { aWeights, bWeights }), expected));
}
test("the examples of the course's notes: 5, 4.0781331438, 2, .5", () => {
  assert.equal(wasserstein1([0, 1, 3], [5, 6, 8]), 5);
  digits(
    wasserstein1([3.4, 3.9, 7.5, 7.8], [4.5, 1.4], { aWeights: [1.4, 0.9, 3.1, 7.2], bWeights: [3.2, 3.5] }),
    "4.0781331438",
  );
  assert.equal(energyDistance([0], [2], { root: true }), 2);
  assert.equal(kolmogorovSmirnov([1, 2, 3, 4], [3, 4, 5, 6]), 0.5);
});
test("weights as counts are copies: a weight of 3 is a value three times", () => {
  const weighted = wasserstein1([1, 5], [2, 9], { aWeights: [3, 1], bWeights: [1, 2] });
  close(weighted, wasserstein1([1, 1, 1, 5], [2, 9, 9]));
  assert.equal(wasserstein1([1, 5], [2], { aWeights: [1, 0] }), 1); // no weight: as if it were not there
});
test("energyDistance() is the sum over pairs that defines it", () => {
  for (const { a, b } of samples.pairs) {
    const apart = (x: number[], y: number[]) => mean(x.flatMap((u) => y.map((v) => Math.abs(u - v))));
    close(energyDistance(a, b, { root: false }), 2 * apart(a, b) - apart(a, a) - apart(b, b));
  }
});
test("wasserstein1() of a stretched normal sample is the closed form |σ₁ − σ₂| √(2/π), within 4 standard errors", () => {
  const rng = seeded(3);
  const distances = Array.from({ length: 20 }, () => {
    const x = fillNormal(new Float64Array(20_000), 0, 1, rng);
    return wasserstein1(
      x,
      x.map((value) => 3 * value),
    );
  });
  const expected = 2 * Math.sqrt(2 / Math.PI);
  assert.ok(Math.abs(mean(distances) - expected) < 4 * standardError(distances));
});

for (const { a, b, lengthScale, klNats, mmd2 } of gaussians) {
  test(`Gaussians N(${a.mean}, ${a.sd}²), N(${b.mean}, ${b.sd}²) agree with SciPy's integrals and densities`, () => {
    close(klGaussian(a, b, { base: Math.E }), klNats, 1e-10);
    close(klGaussian(a, b, { base: 2 }), klNats / Math.LN2, 1e-10);
    close(gaussianMmd2(a, b, { lengthScale }), mmd2);
  });
}
test("N(0, 1) and N(1, 2²): KL .443147, MMD² .1594705 as in the course's notes", () => {
  const [a, b] = [
    { mean: 0, sd: 1 },
    { mean: 1, sd: 2 },
  ];
  digits(klGaussian(a, b, { base: Math.E }), "0.443147");
  digits(gaussianMmd2(a, b, { lengthScale: 1 }), "0.1594705");
  assert.equal(gaussianWasserstein2(a, b), 2);
});
test("klGaussian() keeps its digits for Gaussians that are almost equal, and has no NaN for a tiny sd", () => {
  // KL ≈ Δ² for sd ratio 1 + Δ
  const nearly = klGaussian({ mean: 0, sd: 1 + 1e-6 }, { mean: 0, sd: 1 }, { base: Math.E });
  assert.ok(Math.abs(nearly / 1e-12 - 1) < 1e-3, `${nearly}`);
  assert.ok(klGaussian({ mean: 0, sd: 1 }, { mean: 0, sd: 1e-100 }, { base: 2 }) > 1e199);
  assert.equal(klGaussian({ mean: 0, sd: 1e200 }, { mean: 0, sd: 1e-200 }, { base: 2 }), Infinity);
  close(klGaussian({ mean: 0, sd: 1e-200 }, { mean: 0, sd: 1e200 }, { base: Math.E }), 400 * Math.LN10 - 0.5);
});
test("numbers at the ends of the range give no NaN", () => {
  const [far, near] = [Number.MAX_VALUE, Number.MIN_VALUE];
  assert.equal(wasserstein1([-far, far], [-far, far]), 0);
  assert.equal(energyDistance([-far, far], [-far, far], { root: true }), 0);
  assert.equal(gaussianMmd2({ mean: -far, sd: 0 }, { mean: far, sd: 1 }, { lengthScale: near }), 1);
  for (const lengthScale of [near, 1, far]) {
    for (const apart of [0, near, 1, far]) {
      const value = mmd2([[0], [0]], [[apart], [-apart]], { lengthScale, biased: true });
      assert.ok(value >= 0 && value <= 2);
    }
  }
});

const refusals: [string, () => unknown, RegExp][] = [
  ["wasserstein1", () => wasserstein1([1], [2, Number.NaN]), /b\[1\] must be finite, got NaN/],
  [
    "wasserstein1",
    () => wasserstein1([1, 2], [2], { aWeights: [1] }),
    /aWeights must be as long as a \(2\), got 1/,
  ],
  [
    "wasserstein1",
    () => wasserstein1([1, 2], [2], { aWeights: [1, -1] }),
    /aWeights\[1\] must be finite and not negative, got -1/,
  ],
  [
    "wasserstein1",
    () => wasserstein1([1], [2], { bWeights: [0] }),
    /bWeights must have a positive.* sum, got 0/,
  ],
  [
    "energyDistance",
    () => energyDistance([1], [2], {} as { root: boolean }),
    /^TypeError: .* root must be true or false, got undefined/,
  ],
  [
    "klGaussian",
    () => klGaussian({ mean: 0, sd: 1 }, { mean: 0, sd: 0 }, { base: 2 }),
    /b.sd must be finite and above 0, got 0/,
  ],
  [
    "gaussianMmd2",
    () => gaussianMmd2({ mean: 0, sd: 1 }, { mean: 0, sd: 1 }, { lengthScale: 0 }),
    /lengthScale must be finite and above 0, got 0/,
  ],
];
for (const [name, attempt, message] of refusals) {
  test(`${name}() refuses: ${message.source}`, () => {
    assert.throws(attempt, (error) => message.test(String(error)));
  });
}
