// Seeded runs of Gaussian and language loops against the laws of drift.
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import { categorical, mean, type Rng, standardNormal, variance } from "../../../lib/index.ts";
import { normals, simulate } from "./simulate.ts";

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
