// permutation(), bootstrap(), commonRandomNumbers() and pairedDifference(): exact laws of small cases.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bootstrap,
  commonRandomNumbers,
  drawMany,
  mean,
  median,
  normal,
  pairedDifference,
  permutation,
  type Rng,
  seeded,
  standardError,
  standardNormal,
  variance,
} from "../../../lib/index.ts";

test("permutation() gives each of the 24 orders of 4 equally often", () => {
  const [rng, n] = [seeded(1), 48_000];
  const seen = new Map<string, number>();
  for (let i = 0; i < n; i += 1) {
    const key = permutation(4, rng).join();
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  assert.equal(seen.size, 24);
  const room = 4 * Math.sqrt((n * (1 / 24) * 23) / 24);
  for (const [key, count] of seen) assert.ok(Math.abs(count - n / 24) < room, `${key}: ${count}`);
});

test("permutation() holds each integer once, also of 0 and 1", () => {
  assert.deepEqual(permutation(0, seeded(1)), new Uint32Array(0));
  assert.deepEqual(permutation(1, seeded(1)), Uint32Array.of(0));
  const sorted = permutation(10_000, seeded(2)).sort();
  assert.ok(sorted.every((value, i) => value === i));
  assert.throws(() => permutation(-1, seeded(1)), /count must be an integer of at least 0, got -1/);
  assert.throws(() => permutation(2 ** 32, seeded(1)), /count must be below 2\^32, got 4294967296/);
});

test("bootstrap() of a mean finds the standard error √(variance / n), with the variance divided by n", () => {
  const data = Object.freeze(Array.from(drawMany(normal({ mean: 3, sd: 2 }), 60, seeded(3))));
  const resamples = 4000;
  const result = bootstrap(data, mean, { resamples, level: 0.9, rng: seeded(4) });
  const exact = Math.sqrt(variance(data, { ddof: 0 }) / data.length);
  assert.equal(result.estimate, mean(data));
  const room = 4 * (exact / Math.sqrt(2 * resamples));
  assert.ok(Math.abs(result.standardError - exact) < room, `${result.standardError}, not ${exact}`);
  const inside = result.replicates.filter((x) => x >= result.interval[0] && x <= result.interval[1]).length;
  assert.ok(Math.abs(inside / resamples - 0.9) < 2 / resamples);
});

test("bootstrap() of the greatest of two values is right three times in four", () => {
  const { replicates } = bootstrap([0, 1], (sample) => Math.max(...sample), {
    resamples: 20_000,
    level: 0.9,
    rng: seeded(5),
  });
  assert.ok(Math.abs(mean(replicates) - 0.75) < 4 * Math.sqrt(3 / 16 / 20_000));
});

test("bootstrap() takes rows, keeps pairs together, and survives a statistic that sorts its sample", () => {
  const rows = Array.from({ length: 30 }, (_, i) => Object.freeze([i, 2 * i] as const));
  const slope = (sample: (readonly [number, number])[]) => mean(sample.map(([x, y]) => y - 2 * x));
  const paired = bootstrap(Object.freeze(rows), slope, { resamples: 50, level: 0.5, rng: seeded(6) });
  assert.deepEqual([paired.estimate, paired.standardError, paired.interval], [0, 0, [0, 0]]);
  const data = Float64Array.of(5, 1, 4);
  const sorted = bootstrap(data, (sample) => sample.sort((a, b) => a - b)[1]!, {
    resamples: 99,
    level: 0.5,
    rng: seeded(7),
  });
  assert.deepEqual(sorted, bootstrap(data, median, { resamples: 99, level: 0.5, rng: seeded(7) }));
  assert.deepEqual(data, Float64Array.of(5, 1, 4));
});

test("bootstrap() names the argument it rejects", () => {
  const options = { resamples: 9, level: 0.9, rng: seeded(1) };
  assert.throws(() => bootstrap([1], mean, options), /data must hold at least 2 items, got 1/);
  assert.throws(
    () => bootstrap([1, 2], mean, { ...options, resamples: 1 }),
    /resamples must be an integer of at least 2/,
  );
  assert.throws(
    () => bootstrap([1, 2], mean, { ...options, level: 1 }),
    /level must lie above 0 and below 1, got 1/,
  );
  assert.throws(
    () => bootstrap([1, 2], () => Number.NaN, options),
    /statistic must give a finite number, got NaN/,
  );
});

/** The mean of ten normal values, times a factor, plus noise of the setting's own. */
const simulate = (factor: number, rng: Rng): number =>
  factor * mean(drawMany(standardNormal, 10, rng.split("data"))) + 0.01 * standardNormal(rng.split(factor));

test("commonRandomNumbers() hands every setting the same stream in the same run", () => {
  const first = commonRandomNumbers({
    settings: ["a", "b"],
    runs: 5,
    rng: seeded(8),
    simulate: (_, rng) => rng.next(),
  });
  assert.deepEqual(first[0], first[1]);
  assert.equal(new Set(first[0]).size, 5);
  assert.equal(first[0]![3], seeded(8).split(3).next());
});

test("pairedDifference() with common random numbers needs far fewer runs, and both errors are right", () => {
  const runs = 4000;
  const [a, b] = commonRandomNumbers({ settings: [1, 1.1], runs, rng: seeded(9), simulate });
  const paired = pairedDifference(a!, b!);
  const exact = Math.sqrt((0.1 ** 2 / 10 + 2e-4) / runs); // 0.1 of one mean, and two noises
  const independent = Math.sqrt((1 / 10 + 1.1 ** 2 / 10 + 2e-4) / runs);
  const room = 4 / Math.sqrt(2 * runs);
  assert.ok(Math.abs(paired.difference) < 4 * paired.standardError);
  assert.ok(Math.abs(paired.standardError / exact - 1) < room, `${paired.standardError}, not ${exact}`);
  assert.ok(Math.abs(paired.independentStandardError / independent - 1) < room);
});

test("pairedDifference() agrees with the standard error of the differences", () => {
  const { difference, standardError: error } = pairedDifference([1, 2, 4], [2, 4, 5]);
  assert.equal(difference, 4 / 3);
  assert.equal(error, standardError([1, 2, 1]));
});

test("common random numbers name the argument they reject", () => {
  const options = { settings: [1], runs: 1, rng: seeded(1), simulate };
  assert.throws(
    () => commonRandomNumbers({ ...options, settings: [] }),
    /settings must hold at least 1 setting, got 0/,
  );
  assert.throws(
    () => commonRandomNumbers({ ...options, runs: 0 }),
    /runs must be an integer of at least 1, got 0/,
  );
  assert.throws(
    () => commonRandomNumbers({ ...options, simulate: () => Number.NaN }),
    /simulate must give a finite number for settings\[0\], got NaN/,
  );
  assert.throws(() => pairedDifference([1, 2], [1, 2, 3]), /b must hold as many values as a, 2, got 3/);
  assert.throws(() => pairedDifference([1], [1]), /a must hold at least 2 values, got 1/);
  assert.throws(() => pairedDifference([1, 2], [1, Number.NaN]), /b\[1\] must be finite, got NaN/);
});
