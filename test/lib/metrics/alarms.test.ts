// A detector: a metric watched over generations, with a threshold from runs in which nothing is wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  alarmThreshold,
  falseAlarmRate,
  fillNormal,
  firstAlarm,
  gaussian,
  manyLoops,
  median,
  replace,
  seeded,
} from "../../../lib/index.ts";

const noise = (runs: number, length: number, seed: number): Float64Array[] =>
  Array.from({ length: runs }, (_, run) =>
    fillNormal(new Float64Array(length), 0, 1, seeded(seed).split(run)),
  );

test("firstAlarm() is the first crossing, on either side, and the threshold itself is none", () => {
  assert.equal(firstAlarm([0, 2, 1, 3], { threshold: 1, side: "above" }), 1);
  assert.equal(firstAlarm([0, 2, 1, 3], { threshold: 3, side: "above" }), null);
  assert.equal(firstAlarm([3, 2, 1], { threshold: 3, side: "below" }), 1);
  assert.equal(firstAlarm([5], { threshold: 6, side: "below" }), 0);
});
for (const side of ["above", "below"] as const) {
  test(`alarmThreshold(${side}) keeps to its rate on the runs it was made from, and no tighter one does`, () => {
    const quiet = noise(200, 20, 4);
    for (const rate of [0, 0.01, 0.07, 0.5]) {
      const threshold = alarmThreshold(quiet, { rate, side });
      assert.equal(falseAlarmRate(quiet, { threshold, side }), rate);
      const tighter = side === "above" ? threshold - 1e-9 : threshold + 1e-9;
      assert.ok(falseAlarmRate(quiet, { threshold: tighter, side }) > rate);
    }
  });
}
test("alarmThreshold() keeps its rate on other runs too, within 4 standard errors", () => {
  const [runs, rate] = [2000, 0.05];
  const threshold = alarmThreshold(noise(runs, 10, 5), { rate, side: "above" });
  const seen = falseAlarmRate(noise(runs, 10, 6), { threshold, side: "above" });
  const error = Math.sqrt((2 * rate * (1 - rate)) / runs); // of both sets of runs
  assert.ok(Math.abs(seen - rate) <= 4 * error, `${seen}`);
});
test("a collapsing Gaussian loop: the watched sd alarms in nearly all runs, long after generation 1", () => {
  const family = gaussian({ ddof: 1 });
  const common = { family, start: family.known({ mean: 0, sd: 1 }), regime: replace(), size: 50, runs: 300 };
  const { sd } = manyLoops({
    ...common,
    generations: 200,
    rng: seeded(7),
    read: { sd: ({ model }) => model.parameters.sd },
  });
  const traces = Array.from({ length: 300 }, (_, run) => sd.map((generation) => generation[run]!));
  // quiet: the sd of one refit, again and again, as if every generation were trained on real data
  const quiet = Array.from({ length: 300 }, (_, run) =>
    Array.from({ length: 201 }, (_, t) => (t === 0 ? 1 : sd[1]![(run * 31 + t * 7) % 300]!)),
  );
  const threshold = alarmThreshold(quiet, { rate: 0.01, side: "below" });
  const alarms = traces.map((trace) => firstAlarm(trace, { threshold, side: "below" }));
  const raised = alarms.filter((t) => t !== null);
  assert.ok(raised.length > 250);
  assert.ok(median(raised) > 5);
});

const refusals: [string, () => unknown, RegExp][] = [
  [
    "firstAlarm",
    () => firstAlarm([], { threshold: 1, side: "above" }),
    /trace must hold at least 1 value, got 0/,
  ],
  [
    "firstAlarm",
    () => firstAlarm([1], { threshold: Number.NaN, side: "above" }),
    /threshold must be finite, got NaN/,
  ],
  [
    "firstAlarm",
    () => firstAlarm([1], { threshold: 1, side: "left" as "above" }),
    /^TypeError: .* side must be "above" or "below", got left/,
  ],
  ["alarmThreshold", () => alarmThreshold([[1]], { rate: 1, side: "above" }), /rate must be below 1, got 1/],
  [
    "falseAlarmRate",
    () => falseAlarmRate([[1], [1, 2]], { threshold: 1, side: "above" }),
    /quietTraces\[1\] must be a row of 1/,
  ],
];
for (const [name, attempt, message] of refusals) {
  test(`${name}() refuses: ${message.source}`, () => {
    assert.throws(attempt, (error) => message.test(String(error)));
  });
}
