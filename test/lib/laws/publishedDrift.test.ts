// Laws of drift, regression and tails give the values that the course quotes, to the digits that it quotes.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import { close, quoted } from "./quoted.ts";

test("Gaussian loops: the quoted table", () => {
  quoted(lib.c4(10), "0.97266");
  quoted(lib.c4(100), "0.99748");
  quoted(lib.expectedWasserstein2(100, { size: 100, ddof: 1 }), "1.4463");
  quoted(lib.expectedWasserstein2(20, { size: 10, ddof: 1 }), "2.8512");
  quoted(lib.expectedSd(100, { size: 100, ddof: 1 }), "0.7768");
  quoted(lib.missProbability(0.0005, { size: 1000 }), "0.606");
  quoted(1 - lib.accumulatedSquaredDrift(Infinity, { size: 10 }), "0.84344");
  quoted(1 - lib.accumulatedSquaredDrift(Infinity, { size: 100 }), "0.98363");
});

test("scheduledMoments(): equal sizes are best for a given total, and a growing schedule is bounded", () => {
  const error = (sizes: number[]) => lib.scheduledMoments(sizes, { ddof: 1 }).wasserstein2;
  const equal = error([100, 100, 100, 100]);
  for (const sizes of [
    [70, 130, 100, 100],
    [200, 100, 50, 50],
    [99, 101, 100, 100],
  ]) {
    assert.ok(error(sizes) > equal);
  }
  const squares = Array.from({ length: 3000 }, (_, i) => 100 * (i + 1) ** 2);
  close(error(squares) / ((1.5 * Math.PI ** 2) / 600), 1, 0.01);
  assert.deepEqual(lib.scheduledMoments([], { ddof: 1 }), {
    variance: 1,
    sd: 1,
    squaredDrift: 0,
    wasserstein2: 0,
  });
});

test("a sampling bias of 1 is none, and a smaller one caps the drift at λ/(1 − λ)/M", () => {
  const loop = { size: 20, ddof: 1 } as const;
  for (const law of [lib.expectedVariance, lib.expectedSd, lib.expectedSquaredDrift, lib.medianVariance]) {
    assert.equal(law(7, { ...loop, bias: 1 }), law(7, loop));
  }
  close(lib.expectedSquaredDrift(1e6, { ...loop, bias: 0.8 }), 4 / 20, 1e-14);
  assert.throws(() => lib.expectedSd(1, { ...loop, bias: 0 }), /bias must be above 0 and at most 1, got 0/);
});

test("bounds hold", () => {
  for (const t of [1, 10, 100, 1000]) {
    const markov = lib.expectedSd(t, { size: 10, ddof: 1 }) / 0.5;
    assert.ok(lib.sdExceedanceBound(t, { size: 10, share: 0.5 }) >= Math.min(1, markov));
    const exact = -Math.expm1(-3 * (1 - lib.extinctionProbability(t - 1)));
    assert.ok(lib.survivalLowerBound(3, t) <= exact + 1e-15);
  }
});

test("the admissible number of synthetic samples: the rule for λ near 1, and the exact limit", () => {
  const rule = (dimension: number, bias: number) => lib.leadingOrderSyntheticSize({ dimension, bias });
  const limit = (dimension: number, bias: number, ddof: lib.Ddof) =>
    lib.admissibleSyntheticSize({ dimension, bias, ddof });
  quoted(rule(1, 0.7), "67");
  quoted(rule(1, 0.85), "267");
  quoted(rule(5, 0.7), "111");
  for (const ddof of [0, 1] as const) close(limit(3, 1 - 1e-6, ddof) / rule(3, 1 - 1e-6), 1, 1e-5);
  // Crossovers of 1.5 million runs at n_r = 1000 and 4000 (68.7 and 73.3; 75.2 and 80.0), carried on to 1/n_r = 0.
  close(limit(1, 0.7, 0), 74.8, 1);
  close(limit(1, 0.7, 1), 81.6, 1);
  const options = { dimension: 2, bias: 0.5, ddof: 1 } as const;
  assert.equal(lib.bestSyntheticSize(options), lib.admissibleSyntheticSize(options) / 2);
});

test("regression: replace, accumulate and growth in units of one fit", () => {
  const loop = { rows: 50, features: 5, noiseVariance: 44 / 5 }; // one fit: 1
  for (const [n, quote] of [
    [1, "1.000"],
    [2, "1.250"],
    [3, "1.361"],
    [4, "1.424"],
    [10, "1.550"],
  ] as const) {
    quoted(lib.regressionErrorUnderAccumulate(n, loop), quote);
    close(lib.regressionErrorUnderReplace(n, loop), n, 1e-12);
  }
  close(lib.regressionErrorUnderAccumulate(Infinity, loop), Math.PI ** 2 / 6, 1e-12);
  const doubled = lib.regressionErrorUnderGrowth(2e6, loop) - lib.regressionErrorUnderGrowth(1e6, loop);
  close(doubled, ((44 / 5) * 5 * Math.LN2) / 50, 1e-6); // like ln n
});

test("what is left of the human law after 60 generations of a model with bias 0.0566", () => {
  const options = { modelBias: 0.0566 };
  quoted(lib.humanWeightUnderReplace(60, options), "0.030");
  quoted(lib.humanWeightUnderAccumulate(60, options), "0.810");
  quoted(lib.humanWeightUnderFresh(60, { ...options, freshShare: 0.1 }), "0.6625");
  const late = lib.humanWeightUnderAccumulate(1e6, options) / lib.leadingOrderHumanWeight(1e6, options);
  close(late, 1, 1e-6);
});

test("tails: constant, floor and escape", () => {
  for (const tokens of [1e2, 1e3, 1e5, 1e8]) {
    const ratio =
      lib.zipfHutterError(tokens, { exponent: 1.5 }) / lib.leadingOrderHutterError(tokens, { exponent: 1.5 });
    assert.ok(ratio > 0.997 && ratio <= 1 + 1e-12, `${tokens}: ${ratio}`);
  }
  quoted(lib.leadingOrderHutterFloor({ exponent: 1.5, cut: 100 }), "0.0766");
  quoted(lib.leadingOrderHutterFloor({ exponent: 1.5, cut: 1000 }), "0.0242");
  const cut = { exponent: 1.5, cut: 100 };
  close(lib.zipfHutterError(1e7, cut) / lib.zipfTailMass(cut), 1, 1e-12);
  quoted(lib.zipfHutterError(1e7, { ...cut, cleanShare: 0.01 }), "0.02029");
  const clean = lib.effectiveTokens(1e7, { cleanShare: 0.01 });
  quoted(lib.zipfHutterError(clean, { exponent: 1.5 }), "0.02029");
  const freed = lib.escapeTokens({ ...cut, cleanShare: 0.01 });
  const kept = (tokens: number) =>
    lib.zipfHutterError(tokens, { ...cut, cleanShare: 0.01 }) / lib.zipfTailMass(cut);
  assert.ok(kept(Math.round(freed / 30)) > 0.95 && kept(Math.round(freed * 30)) < 0.5);
});

test("zipfHutterError() is hutterError() of the whole list", () => {
  const weights = Array.from({ length: 3000 }, (_, i) => (i + 1) ** -1.2);
  const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
  const p = weights.map((w) => w / sum(weights));
  const known = sum(p.slice(0, 1500));
  const q = p.map((x, i) => 0.1 * x + (i < 1500 ? (0.9 * x) / known : 0));
  for (const tokens of [0, 1, 100, 1e5]) {
    const zipf = lib.zipfHutterError(tokens, { exponent: 1.2, types: 3000, cut: 1500, cleanShare: 0.1 });
    close(zipf, lib.hutterError(p, q, { tokens }), 1e-12);
  }
});

test("ridge that grows with the generation", () => {
  quoted(lib.adaptiveRidgeError(1, { signal: 1, fitError: 0.16 }), "0.1379");
  quoted(lib.adaptiveRidgeError(5, { signal: 1, fitError: 0.16 }), "0.4444");
  const options = { signal: 1, fitError: 0.16 };
  const shrinkage = lib.adaptiveShrinkage(5, options);
  close(lib.shrunkRegressionError(5, { ...options, shrinkage }), lib.adaptiveRidgeError(5, options), 1e-15);
  close(lib.constantRidgeError(5, { ...options, shrinkage: 1 }), 0.8, 1e-15);
});

test("strongCollapseError() tends to its floor, and is within 4 % of the form with (d + 1)/(n − d − 1)", () => {
  const shape = { features: 5, noiseVariance: 0, shift: 2 };
  for (const rows of [50, 500, 25_600]) {
    const exact = lib.strongCollapseError({ ...shape, rows, syntheticRows: rows / 10 });
    const firstOrder = 2 * (0.01 + (0.09 * 6) / (rows - 6));
    close(firstOrder / exact, 1, 0.04);
  }
  const rows = 1e9;
  const late = lib.strongCollapseError({ ...shape, rows, syntheticRows: rows / 10 });
  close(late / lib.strongCollapseFloor(0.1, { shift: 2 }), 1, 1e-6);
});
