// Known values: SciPy 1.17.1, scikit-learn 1.9.1 and NumPy 2.4.6 (test/reference/metrics.py), and science.md §5.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  densityCoverage,
  fillNormal,
  gaussianMmd2,
  manifoldMetrics,
  mean,
  mmd2,
  modesCovered,
  multivariateGaussian,
  precisionRecall,
  seeded,
  standardError,
  vendi,
  vendiOfPoints,
} from "../../../lib/index.ts";
import { readReference } from "../reference.ts";
import { close, digits } from "./close.ts";

type Rows = number[][];
const { frechet, clouds } = readReference<{
  frechet: { x: Rows; y: Rows };
  clouds: { x: Rows; y: Rows; lengthScale: number; balls: Ball[] } & Record<
    "mmd2Biased" | "mmd2Unbiased" | "vendiRbf" | "vendiCosine",
    number
  >;
}>("metrics");
type Ball = { k: number; strict: boolean } & Record<"precision" | "recall" | "density" | "coverage", number>;

const { x, y, lengthScale } = clouds;
const rbf = (u: ArrayLike<number>, v: ArrayLike<number>): number =>
  Math.exp(-Array.from(u).reduce((sum, c, i) => sum + (c - v[i]!) ** 2, 0) / (2 * lengthScale ** 2));

test("mmd2() agrees with NumPy, biased and unbiased", () => {
  close(mmd2(x, y, { lengthScale, biased: true }), clouds.mmd2Biased);
  close(mmd2(x, y, { lengthScale, biased: false }), clouds.mmd2Unbiased);
});
test("mmd2() unbiased has the closed form as its mean, over 60 pairs of 100 draws: within 4 standard errors", () => {
  const rng = seeded(6);
  const [a, b] = [
    { mean: 0, sd: 1 },
    { mean: 1, sd: 2 },
  ];
  const draws = ({ mean: centre, sd }: typeof a) =>
    Array.from(fillNormal(new Float64Array(100), centre, sd, rng), (value) => [value]);
  const seen = Array.from({ length: 60 }, () => mmd2(draws(a), draws(b), { lengthScale: 1, biased: false }));
  const expected = gaussianMmd2(a, b, { lengthScale: 1 });
  assert.ok(Math.abs(mean(seen) - expected) < 4 * standardError(seen), `${mean(seen)}, not ${expected}`);
});
test("mmd2() unbiased is 0 on average for equal laws, and takes odd numbers of points in odd dimensions", () => {
  const rng = seeded(7);
  const family = multivariateGaussian({ ddof: 1 });
  const law = family.known({
    mean: [0, 0, 0],
    covariance: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  });
  const seen = Array.from({ length: 60 }, () =>
    mmd2(law.sample(31, rng), law.sample(17, rng), { lengthScale: 1, biased: false }),
  );
  assert.ok(Math.abs(mean(seen)) < 4 * standardError(seen));
});

test("vendi() of the course's matrices is 1.754765 and 2.157300", () => {
  digits(
    vendi([
      [1, 0.5],
      [0.5, 1],
    ]),
    "1.754765",
  );
  digits(
    vendi([
      [1, 0.9, 0],
      [0.9, 1, 0],
      [0, 0, 1],
    ]),
    "2.157300",
  );
});
test("vendi() is 1 for n equal items and n for n items with nothing in common", () => {
  for (const n of [1, 2, 7, 40]) {
    const matrix = (off: number) =>
      Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : off)));
    close(vendi(matrix(1)), 1);
    close(vendi(matrix(0)), n);
  }
});
test("vendi and vendiOfPoints() agree with SciPy, by a function, by a matrix and by cosine", () => {
  close(vendiOfPoints(x, { kernel: rbf }), clouds.vendiRbf);
  close(vendi(x.map((u) => x.map((v) => rbf(u, v)))), clouds.vendiRbf);
  close(vendiOfPoints(x, { kernel: "cosine" }), clouds.vendiCosine);
});
test("vendiOfPoints() with cosine similarity is the same from n × n and from d × d matrices", () => {
  const cosine = (u: Float64Array, v: Float64Array): number => {
    let [uv, uu, vv] = [0, 0, 0];
    for (let i = 0; i < u.length; i += 1) {
      uv += u[i]! * v[i]!;
      uu += u[i]! ** 2;
      vv += v[i]! ** 2;
    }
    return uv / Math.sqrt(uu * vv);
  };
  for (const points of [x, x.slice(0, 2), frechet.y.slice(0, 5), frechet.y.slice(0, 4)]) {
    close(vendiOfPoints(points, { kernel: "cosine" }), vendiOfPoints(points, { kernel: cosine }));
  }
});

const real = Object.freeze([[0], [1], [2], [3], [10]]);
const fake = Object.freeze([[0.5], [0.6], [2.6], [20]]);
test("five reals and four fakes: P .75, R .8, D 1.5, C .8 for k = 1; .75, 1, .875, 1 for k = 2", () => {
  const [one, two] = [
    { k: 1, strict: true },
    { k: 2, strict: true },
  ];
  assert.deepEqual(precisionRecall(real, fake, one), { precision: 0.75, recall: 0.8 });
  assert.deepEqual(densityCoverage(real, fake, one), { density: 1.5, coverage: 0.8 });
  assert.deepEqual(precisionRecall(real, fake, two), { precision: 0.75, recall: 1 });
  assert.deepEqual(densityCoverage(real, fake, two), { density: 0.875, coverage: 1 });
});
for (const { k, strict, ...expected } of clouds.balls) {
  test(`manifoldMetrics(k = ${k}, ${strict ? "strict" : "rim included"}) agrees with scikit-learn's neighbours`, () => {
    const found = manifoldMetrics(x, y, { k, strict });
    for (const name of ["precision", "recall", "density", "coverage"] as const) {
      close(found[name], expected[name]);
    }
  });
}
test("copies: a point on the rim of a ball of radius 0 is outside if strict, inside if not", () => {
  const copies = [[1], [1], [1]];
  assert.deepEqual(manifoldMetrics(copies, copies, { k: 1, strict: true }), {
    precision: 0,
    recall: 0,
    density: 0,
    coverage: 0,
  });
  assert.deepEqual(manifoldMetrics(copies, copies, { k: 1, strict: false }), {
    precision: 1,
    recall: 1,
    density: 3,
    coverage: 1,
  });
});
test("coverage of one law by itself is 1 − 2^−k for large samples of equal size, density 1: within 4 standard errors", () => {
  const rng = seeded(9);
  const plane = multivariateGaussian({ ddof: 1 }).known({
    mean: [0, 0],
    covariance: [
      [1, 0],
      [0, 1],
    ],
  });
  const [coverage, density]: [number[], number[]] = [[], []];
  const [n, k] = [300, 3];
  for (let run = 0; run < 60; run += 1) {
    const found = densityCoverage(plane.sample(n, rng), plane.sample(n, rng), { k, strict: true });
    coverage.push(found.coverage);
    density.push(found.density);
  }
  // Naeem et al., Lemma 2: 1 − Π (n − 1 − i) / (2n − 1 − i) over i < k
  let expected = 1;
  for (let i = 0; i < k; i += 1) expected *= (n - 1 - i) / (2 * n - 1 - i);
  assert.ok(Math.abs(mean(coverage) - (1 - expected)) < 4 * standardError(coverage));
  assert.ok(Math.abs(mean(density) - 1) < 4 * standardError(density)); // each fake is in a ball with probability k / n
});

test("modesCovered() counts 25 modes of a grid, loses those without points, and counts no noise", () => {
  const modes = Array.from({ length: 25 }, (_, i) => [2 * (i % 5), 2 * Math.floor(i / 5)]);
  const rng = seeded(2);
  const around = (centres: Rows, count: number) =>
    centres.flatMap(([u, v]) =>
      Array.from({ length: count }, () => {
        const [du, dv] = fillNormal(new Float64Array(2), 0, 0.05, rng);
        return [u! + du!, v! + dv!];
      }),
    );
  const options = { radius: 0.2, atLeast: 5 };
  assert.equal(modesCovered(around(modes, 20), modes, options), 25);
  assert.equal(modesCovered(around(modes.slice(4), 20), modes, options), 21);
  assert.equal(modesCovered(around(modes, 4), modes, options), 0);
  assert.equal(modesCovered([[1, 1]], modes, { radius: 0.2, atLeast: 1 }), 0);
});

const refusals: [string, () => unknown, RegExp][] = [
  ["mmd2", () => mmd2([[1]], [[1]], { lengthScale: 1, biased: false }), /a must hold at least 2 rows, got 1/],
  ["mmd2", () => mmd2([[1]], [[1, 2]], { lengthScale: 1, biased: true }), /b must have rows of 1 .*, got 2/],
  [
    "mmd2",
    () => mmd2([[1]], [[1]], { lengthScale: 1 } as { lengthScale: number; biased: boolean }),
    /biased must be true or false, got undefined/,
  ],
  [
    "vendi",
    () =>
      vendi([
        [1, 0.2],
        [0.3, 1],
      ]),
    /similarities\[1\]\[0\] must equal .* got 0.3/,
  ],
  [
    "vendi",
    () =>
      vendi([
        [1, 2],
        [2, 1],
      ]),
    /similarities must be positive semidefinite, got the eigenvalue -1/,
  ],
  ["vendi", () => vendi([[2]]), /similarities\[0\]\[0\] must be 1, got 2/],
  [
    "vendiOfPoints",
    () => vendiOfPoints([[1], [0]], { kernel: "cosine" }),
    /points\[1\] must have a direction, got a row of zeros/,
  ],
  [
    "vendiOfPoints",
    () => vendiOfPoints([[1]], { kernel: "euclid" as "cosine" }),
    /^TypeError: .* kernel must be "cosine" or a function, got euclid/,
  ],
  [
    "vendiOfPoints",
    () => vendiOfPoints([[1]], { kernel: () => Number.NaN }),
    /kernel\(points\[0\], points\[0\]\) must be 1, got NaN/,
  ],
  [
    "manifoldMetrics",
    () => manifoldMetrics([[1], [2]], [[1]], { k: 1, strict: true }),
    /fake must hold at least 2 rows, got 1/,
  ],
  [
    "precisionRecall",
    () => precisionRecall([[1], [2]], [[1], [2]], { k: 0, strict: true }),
    /k must be an integer of at least 1, got 0/,
  ],
  [
    "modesCovered",
    () => modesCovered([[1]], [[1]], { radius: -1, atLeast: 1 }),
    /radius must be finite and above 0, got -1/,
  ],
];
for (const [name, attempt, message] of refusals) {
  test(`${name}() refuses: ${message.source}`, () => {
    assert.throws(attempt, (error) => message.test(String(error)));
  });
}
