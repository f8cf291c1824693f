/** Sweeps as values: what is refused, where numbers come from, and what the runs say beside a law. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectedVariance, gaussianMoments, manyLoops, replace } from "generation-loss";
import {
  runsNeeded,
  type SweepOptions,
  sweep,
  sweepPoints,
  sweepRows,
  sweepRuns,
} from "generation-loss/sweep";

type Plain = SweepOptions<{ x: readonly number[] }, "y">;
const plain: Plain = {
  ...{ title: "plain", grid: { x: [1, 2] }, seed: 1, runs: 10, generations: [0] },
  run: ({ x }, { runs, firstRun, rng }) => ({
    y: [Float64Array.from({ length: runs }, (_, i) => x * rng.split(firstRun + i).next())],
  }),
};
const spread = sweep({
  ...{ title: "spread", grid: { size: [5, 20] }, seed: 7, runs: 20_000, generations: [1, 4] },
  run({ size }, range) {
    const family = gaussianMoments({ ddof: 0 });
    return manyLoops({
      ...{
        family,
        start: family.known({ mean: 0, sd: 1 }),
        regime: replace(),
        generations: 4,
        size,
        ...range,
      },
      read: { variance: ({ model }) => model.parameters.sd ** 2 },
    });
  },
  laws: { variance: ({ size }, generation) => expectedVariance(generation, { size, ddof: 0 }) },
});

for (const [change, words] of [
  [{ title: "" }, /^Cannot make a sweep: title must be a line of text, got ""$/],
  [{ grid: {} }, /grid must be an object with at least one axis/],
  [{ grid: { x: [] } }, /grid\.x must be an array of at least one value, got an array/],
  [{ grid: { x: [1, 2, 1] } }, /grid\.x must hold each value once, got 1 twice/],
  [{ grid: { x: [Number.NaN] } }, /each of grid\.x must be finite, got NaN/],
  [{ grid: { x: [null] } }, /each of grid\.x must be a number, a text or a boolean, got null/],
  [
    { grid: { x: Array.from({ length: 400 }, (_, i) => i), y: Array.from({ length: 400 }, (_, i) => i) } },
    /grid must have at most 100000 points, got 160000/,
  ],
  [{ seed: 0.5 }, /seed must be an integer of at least 0, got 0\.5/],
  [{ runs: 0 }, /runs must be an integer of at least 1, got 0/],
  [{ generations: [] }, /generations must be an array of at least one/],
  [{ generations: [2, 2] }, /generations must rise, got 2 after 2/],
  [{ run: 3 }, /run must be a function, got 3/],
  [{ laws: { y: 1 } }, /laws\.y must be a function, got 1/],
  [{ middle: { y: Number.NaN } }, /middle\.y must be finite, got NaN/],
  [{ until: { reading: "y", generation: 3, standardError: 1 } }, /until\.generation must be one of 0, got 3/],
  [
    { until: { reading: "y", generation: 0, standardError: 0 } },
    /until\.standardError must be a finite number above 0/,
  ],
  [
    { until: { reading: "y", generation: 0, standardEror: 1 } },
    /got standardEror \(did you mean standardError\?\)/,
  ],
  [{ generation: [0] }, /got generation \(did you mean generations\?\)/],
] as const)
  test(`a sweep with ${JSON.stringify(change).slice(0, 60)} is refused`, () => {
    assert.throws(() => sweep({ ...plain, ...(change as object) } as Plain), { message: words });
  });

test("a point's numbers come from the seed and the point, not from the grid around it", async () => {
  const small = sweep(plain);
  const large = sweep({ ...plain, grid: { x: [0, 2, 1, 9] } });
  const [one] = sweepPoints(small);
  const same = sweepPoints(large)[2]!;
  assert.equal(one!.label, same.label);
  const range = { firstRun: 0, runs: 10 };
  assert.deepEqual(await sweepRuns(small, one!, range), await sweepRuns(large, same, range));
  const other = sweep({ ...plain, seed: 2 });
  assert.notDeepEqual(await sweepRuns(other, one!, range), await sweepRuns(small, one!, range));
});

test("ranges of runs put together are the runs at once", async () => {
  const [point] = sweepPoints(spread);
  const all = await sweepRuns(spread, point!, { firstRun: 0, runs: 100 });
  const parts = await Promise.all(
    [
      [0, 33],
      [33, 1],
      [34, 66],
    ].map(([firstRun, runs]) => sweepRuns(spread, point!, { firstRun: firstRun!, runs: runs! })),
  );
  for (const generation of [0, 1])
    assert.deepEqual(
      parts.flatMap(({ variance }) => [...variance![generation]!]),
      [...all.variance![generation]!],
    );
});

test("means stand beside their law, four standard errors from it at most", async () => {
  for (const point of sweepPoints(spread)) {
    const rows = sweepRows(spread, point, await sweepRuns(spread, point, { firstRun: 0, runs: 20_000 }));
    assert.deepEqual(
      rows.map(({ reading, generation, runs }) => [reading, generation, runs]),
      [
        ["variance", 1, 20_000],
        ["variance", 4, 20_000],
      ],
    );
    for (const { law, z, mean, median, medianLow, medianHigh, generation } of rows) {
      assert.equal(law, expectedVariance(generation, { size: point.at.size, ddof: 0 }));
      assert.ok(Math.abs(z!) < 4, `${point.label}: ${mean} for ${law}`);
      assert.ok(medianLow! <= median && median <= medianHigh!);
    }
  }
});

test("one run has no standard error, and says so by null", () => {
  const [point] = sweepPoints(sweep(plain));
  const [row] = sweepRows(sweep(plain), point!, { y: [Float64Array.of(3)] });
  assert.deepEqual(
    [row!.mean, row!.standardError, row!.z, row!.median, row!.medianLow],
    [3, null, null, 3, null],
  );
});

for (const [what, y, words] of [
  ["a NaN", [[Number.NaN]], /Cannot run x=1: y of generation 0 must hold finite numbers, got NaN/],
  ["an infinite number", [[Number.POSITIVE_INFINITY]], /must hold finite numbers, got Infinity/],
  ["too few runs", [[]], /y of generation 0 must hold 1 numbers, one per run, got 0/],
  ["no such generation", [], /y of generation 0 must hold 1 numbers, one per run, got none/],
] as const)
  test(`a reading with ${what} is refused`, async () => {
    const faulty = sweep({ ...plain, run: () => ({ y: y as unknown as number[][] }) });
    await assert.rejects(sweepRuns(faulty, sweepPoints(faulty)[0]!, { firstRun: 0, runs: 1 }), {
      message: words,
    });
  });

test("a law or an end of a reading that there is not is refused", async () => {
  const faulty = sweep({ ...plain, laws: { why: () => 1 } } as unknown as Plain);
  await assert.rejects(sweepRuns(faulty, sweepPoints(faulty)[0]!, { firstRun: 0, runs: 1 }), {
    message: "Cannot run x=1: laws must name a reading, of y, got why",
  });
});

test("a point ends at the first multiple at which its mean is known, however many runs there are by then", () => {
  const values = Float64Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 0 : 1));
  // Half zeros, half ones: the standard error of n is √(¼ n/(n − 1) / n).
  const wanted = Math.sqrt(0.25 / 399) + 1e-12;
  const until = { reading: "y", generation: 0, standardError: wanted, every: 50 } as const;
  const ending = sweep({ ...plain, runs: 1000, until });
  for (const known of [400, 401, 730, 1000])
    assert.equal(runsNeeded(ending, { y: [values.subarray(0, known)] }), 400);
  assert.equal(runsNeeded(ending, { y: [values.subarray(0, 399)] }), undefined);
  assert.equal(runsNeeded(ending, { y: [values.subarray(0, 500)] }, 350), 400);
  assert.equal(runsNeeded(sweep(plain), { y: [values] }), undefined, "without an end it has all its runs");
});
