// Seeded runs of the plain processes against the laws: each mean within 4 standard errors of its runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import {
  categorical,
  mean,
  type Rng,
  seeded,
  standardError,
  standardNormal,
  variance,
} from "../../../lib/index.ts";

/** Each run on a stream of its own gives some numbers; their means are held to the laws, in the same order. */
function simulate(runs: number, seed: number, run: (rng: Rng) => number[], laws: number[]): void {
  const results = Array.from({ length: runs }, (_, i) => run(seeded(seed).split(i)));
  for (const [k, law] of laws.entries()) {
    const values = results.map((result) => result[k]!);
    const [seen, room] = [mean(values), 4 * standardError(values)];
    assert.ok(Math.abs(seen - law) <= room, `number ${k}: ${seen}, not ${law} ± ${room}`);
  }
}
const normals = (count: number, rng: Rng, centre = 0, sd = 1) =>
  Float64Array.from({ length: count }, () => centre + sd * standardNormal(rng));

for (const ddof of [0, 1] as const) {
  test(`biased sampling follows the Gaussian table, ddof ${ddof}`, () => {
    const loop = { size: 12, ddof, bias: 0.8 };
    const run = (rng: Rng) => {
      let [centre, spread] = [0, 1];
      for (let t = 0; t < 6; t += 1) {
        const data = normals(loop.size, rng, centre, Math.sqrt(loop.bias * spread));
        [centre, spread] = [mean(data), variance(data, { ddof })];
      }
      const sd = Math.sqrt(spread);
      return [spread, sd, centre ** 2, centre ** 2 + (sd - 1) ** 2, Math.log(spread)];
    };
    const laws = [
      lib.expectedVariance,
      lib.expectedSd,
      lib.expectedSquaredDrift,
      lib.expectedWasserstein2,
      lib.expectedLogVariance,
    ];
    simulate(
      4000,
      1,
      run,
      laws.map((law) => law(6, loop)),
    );
  });
}

test("scheduledMoments() holds for sizes that differ", () => {
  const sizes = [4, 30, 8, 15];
  const run = (rng: Rng) => {
    let [centre, spread] = [0, 1];
    for (const size of sizes) {
      const data = normals(size, rng, centre, Math.sqrt(spread));
      [centre, spread] = [mean(data), variance(data, { ddof: 0 })];
    }
    return [spread, Math.sqrt(spread), centre ** 2, centre ** 2 + (Math.sqrt(spread) - 1) ** 2];
  };
  const law = lib.scheduledMoments(sizes, { ddof: 0 });
  simulate(6000, 2, run, [law.variance, law.sd, law.squaredDrift, law.wasserstein2]);
});

test("accumulate keeps the variance and stops the drift", () => {
  const run = (rng: Rng) => {
    let pool = normals(5, rng);
    for (let t = 1; t < 8; t += 1) {
      const more = normals(5, rng, mean(pool), Math.sqrt(variance(pool, { ddof: 0 })));
      pool = Float64Array.of(...pool, ...more);
    }
    return [variance(pool, { ddof: 0 }), mean(pool) ** 2];
  };
  const size = { size: 5 };
  simulate(5000, 3, run, [lib.accumulatedVariance(8, size), lib.accumulatedSquaredDrift(8, size)]);
});

test("blurredVariance(): resampling from a kernel density estimate", () => {
  const run = (rng: Rng) => {
    const human = normals(20, rng);
    const sd = Math.sqrt(variance(human, { ddof: 0 }));
    let data = human.map((x) => x / sd); // variance 1 to start with
    for (let t = 0; t < 5; t += 1) {
      const old = data;
      data = old.map(() => old[lib.integer(20, rng)]! + 0.75 * standardNormal(rng));
    }
    return [variance(data, { ddof: 0 })];
  };
  simulate(4000, 4, run, [lib.blurredVariance(5, { size: 20, bandwidth: 0.75, variance: 1 })]);
});

/** Least squares by the normal equations, solved by elimination; the rows are Gaussian, so pivots are never 0. */
function leastSquares(rows: readonly ArrayLike<number>[], labels: ArrayLike<number>): number[] {
  const d = rows[0]!.length;
  const system = Array.from({ length: d }, (_, i) =>
    Array.from({ length: d + 1 }, (__, j) =>
      rows.reduce((sum, row, n) => sum + row[i]! * (j < d ? row[j]! : labels[n]!), 0),
    ),
  );
  for (let i = 0; i < d; i += 1) {
    for (let k = 0; k < d; k += 1) {
      if (k === i) continue;
      const factor = system[k]![i]! / system[i]![i]!;
      for (let j = i; j <= d; j += 1) system[k]![j]! -= factor * system[i]![j]!;
    }
  }
  return system.map((row, i) => row[d]! / row[i]!);
}
const label = (row: ArrayLike<number>, weights: readonly number[], rng: Rng) =>
  weights.reduce((sum, w, i) => sum + w * row[i]!, 0) + standardNormal(rng);
const squares = (weights: readonly number[]) => weights.reduce((sum, w) => sum + w * w, 0);

test("regression under replace, accumulate and growth", () => {
  const [rows, features, generations] = [15, 3, 4];
  const run = (rng: Rng) => {
    const design = Array.from({ length: rows }, () => normals(features, rng));
    let [replaced, kept, grown] = [0, 0, 0].map(() => new Array<number>(features).fill(0));
    const allRows: Float64Array[] = [];
    const allLabels: number[] = [];
    for (let n = 1; n <= generations; n += 1) {
      const [teacher, keeper, grower] = [replaced!, kept!, grown!];
      replaced = leastSquares(
        design,
        design.map((row) => label(row, teacher, rng)),
      );
      allRows.push(...design);
      allLabels.push(...design.map((row) => label(row, keeper, rng)));
      kept = leastSquares(allRows, allLabels);
      const fresh = Array.from({ length: n * rows }, () => normals(features, rng));
      grown = leastSquares(
        fresh,
        fresh.map((row) => label(row, grower, rng)),
      );
    }
    return [squares(replaced!), squares(kept!), squares(grown!)];
  };
  const loop = { rows, features, noiseVariance: 1 };
  simulate(2000, 5, run, [
    lib.regressionErrorUnderReplace(generations, loop),
    lib.regressionErrorUnderAccumulate(generations, loop),
    lib.regressionErrorUnderGrowth(generations, loop),
  ]);
});

for (const [rows, syntheticRows, features] of [
  [14, 4, 3],
  [40, 4, 8],
] as const) {
  test(`strongCollapseError(): ${syntheticRows} of ${rows} rows are synthetic, ${features} features`, () => {
    const run = (rng: Rng) => {
      const design = Array.from({ length: rows }, () => normals(features, rng));
      const wrong = Array.from({ length: features }, (_, i) => (i === 0 ? Math.SQRT2 : 0));
      const right = wrong.map(() => 0);
      const labels = design.map((row, n) => label(row, n < syntheticRows ? wrong : right, rng));
      return [squares(leastSquares(design, labels))];
    };
    const polluted = { rows, syntheticRows, features, noiseVariance: 1, shift: 2 };
    simulate(4000, 6, run, [lib.strongCollapseError(polluted)]);
  });
}

test("ridge: shrinking the last fit, and every fit", () => {
  const [generations, shrinkage] = [4, 0.7];
  const truth = [1.2, -0.5];
  const options = { signal: squares(truth), fitError: 0.5, shrinkage };
  const run = (rng: Rng) => {
    const fit = (w: number[]) => w.map((x) => x + Math.sqrt(options.fitError / 2) * standardNormal(rng));
    let [plain, ridge] = [truth, truth];
    for (let n = 0; n < generations; n += 1) {
      plain = fit(plain);
      ridge = fit(ridge).map((x) => shrinkage * x);
    }
    const error = (w: number[]) => squares(w.map((x, i) => x - truth[i]!));
    return [error(plain.map((x) => shrinkage * x)), error(ridge)];
  };
  simulate(4000, 7, run, [
    lib.shrunkRegressionError(generations, options),
    lib.constantRidgeError(generations, options),
  ]);
});

test("hutterError(): a learner that memorises", () => {
  const p = Array.from({ length: 30 }, (_, i) => (i + 1) ** -1.5);
  const total = p.reduce((sum, x) => sum + x, 0);
  const tested = p.map((x) => x / total);
  const known = tested.slice(0, 10).reduce((sum, x) => sum + x, 0);
  const trained = tested.map((x, i) => 0.2 * x + (i < 10 ? (0.8 * x) / known : 0));
  const draw = categorical(trained);
  const run = (rng: Rng) => {
    const seen = new Set(Array.from({ length: 40 }, () => draw(rng)));
    return [tested.reduce((sum, x, i) => sum + (seen.has(i) ? 0 : x), 0)];
  };
  simulate(4000, 8, run, [lib.zipfHutterError(40, { exponent: 1.5, types: 30, cut: 10, cleanShare: 0.2 })]);
});

test("means: a fixed human set, a weighted mixture, and a world that drifts", () => {
  const [human, synthetic, drift] = [4, 8, 0.1];
  const ratio = lib.driftedRatio({ human, synthetic, variance: 1, drift });
  const weight = lib.goldenWeight(ratio);
  const run = (rng: Rng) => {
    const meanOf = (count: number, centre: number) => mean(normals(count, rng, centre));
    const own = meanOf(human, 0);
    let [fixed, weighted, followed, world] = [own, own, own, 0];
    for (let t = 0; t < 40; t += 1) {
      fixed = (human * own + synthetic * meanOf(synthetic, fixed)) / (human + synthetic);
      if (t < 3) weighted = 0.4 * meanOf(human, 0) + 0.6 * meanOf(synthetic, weighted);
      world += Math.sqrt(drift) * standardNormal(rng);
      followed = weight * meanOf(human, world) + (1 - weight) * meanOf(synthetic, followed);
    }
    return [human * fixed ** 2, human * weighted ** 2, human * (followed - world) ** 2];
  };
  simulate(5000, 9, run, [
    lib.fixedRealError(40, { syntheticPerReal: synthetic / human }),
    lib.weightedError(3, { weight: 0.4, ratio: human / synthetic }),
    weight,
  ]);
});

test("effectiveSizeRatio(): pooled fresh and synthetic samples", () => {
  const [human, synthetic] = [5, 15];
  const run = (rng: Rng) => {
    let centre = 0;
    for (let t = 0; t < 20; t += 1) {
      const data = [...normals(human, rng), ...normals(synthetic, rng, centre)];
      centre = mean(data);
    }
    return [human * centre ** 2];
  };
  simulate(4000, 10, run, [1 / lib.effectiveSizeRatio(human / (human + synthetic))]);
});

test("addAlphaProbability() and the weight left on human data under a biased model", () => {
  const human = [0.7, 0.2, 0.1];
  const [tokens, types, alpha] = [20, 3, 1];
  const bias = (alpha * types) / (tokens + alpha * types); // add-α is a mixture with the uniform law
  const learn = (data: readonly number[], a: number) => {
    const counts = human.map(() => a);
    for (const word of data) counts[word]! += 1;
    return counts.map((count) => count / (data.length + a * types));
  };
  const write = (law: readonly number[], rng: Rng) =>
    Array.from({ length: tokens }, categorical(law).bind(null, rng));
  const run = (rng: Rng) => {
    let law = human;
    let pool = write(human, rng);
    for (let t = 1; t <= 5; t += 1) {
      law = learn(write(law, rng), alpha);
      const grown = (alpha * pool.length) / tokens; // keeps the model's bias the same as the pool grows
      pool = [...pool, ...write(learn(pool, grown), rng)];
    }
    return [law[0]!, learn(pool, 0)[0]!];
  };
  const left = lib.humanWeightUnderAccumulate(5, { modelBias: bias });
  simulate(5000, 11, run, [
    lib.addAlphaProbability(5, { probability: 0.7, tokens, types, alpha }),
    left * 0.7 + (1 - left) / 3,
  ]);
});

test("bestOfKUpdate(): curators who choose one of three", () => {
  const p = [0.5, 0.3, 0.2];
  const rewards = [0, 1, 2];
  const draw = categorical(p);
  const run = (rng: Rng) => {
    const offered = [draw(rng), draw(rng), draw(rng)];
    const chosen = offered[categorical(offered.map((i) => Math.exp(rewards[i]!)))(rng)];
    return p.map((_, i) => (i === chosen ? 1 : 0));
  };
  simulate(20_000, 12, run, Array.from(lib.bestOfKUpdate(p, rewards, { candidates: 3 })));
});

test("argmaxRelabelUpdate() and verifiedSlopeUpdate(): labels that a model gives itself", () => {
  const [share, distance] = [0.3, 1.5];
  const verifier = { noiseSd: 0.5, centre: 1.3, radius: 0.2, tolerance: 0.5 };
  const slope = lib.verifiedSlopeUpdate(1, verifier);
  const run = (rng: Rng) => {
    const second = rng.next() < share;
    const x = standardNormal(rng) + (second ? distance : 0);
    const odds = Math.log(share / (1 - share)) + distance * x - distance ** 2 / 2;
    const z = standardNormal(rng);
    const y = z + verifier.noiseSd * standardNormal(rng);
    const kept = Math.abs(y - verifier.centre * z) <= verifier.radius * Math.abs(z) + verifier.tolerance;
    return [odds > 0 ? 1 : 0, kept ? z * (y - slope * z) : 0]; // least squares: residuals average to 0
  };
  simulate(40_000, 13, run, [lib.argmaxRelabelUpdate(share, { distance }), 0]);
});
