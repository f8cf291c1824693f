/** The simulation of many workers, beside what the laws of closed queues say. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type QueueCosts, simulateWorkers } from "../../bench/jobs/simulateWorkers.ts";
import { seeded } from "../../lib/random/seeded.ts";

const costs: QueueCosts = { queue: 0.0005, maker: 0.0004, worker: 0.0003, roundTrip: 0.0005 };
const simulate = (workers: number, seconds: number, more: Partial<QueueCosts> = {}, seed = 1) => {
  const stream = seeded(seed);
  return simulateWorkers(workers, seconds, { ...costs, ...more }, () => stream.next());
};

for (const workers of [1, 2, 10, 100, 1000])
  for (const seconds of [0.001, 0.1, 2])
    test(`${workers} workers, jobs of ${seconds} s: between the bounds of a closed queue`, () => {
      const { rate, busy } = simulate(workers, seconds);
      // Muntz and Wong's asymptotic bounds (1974): no server does more than it can, and none waits for more than all others.
      const alone = seconds + costs.queue + costs.worker + 2 * costs.roundTrip;
      const most = Math.min(1 / costs.queue, 1 / costs.maker, workers / alone);
      const least = workers / (alone + workers * Math.max(costs.queue, costs.maker));
      // Of 20 000 exponential times: four standard errors of their mean are 4 / √20 000 = 2.8 % of it.
      assert.ok(rate <= most * 1.028, `${rate} of at most ${most}`);
      assert.ok(rate >= least * (1 - 0.028), `${rate} of at least ${least}`);
      assert.ok(Math.abs(busy - (rate * seconds) / workers) < 1e-12);
    });

test("what stands in the way is named", () => {
  assert.equal(simulate(1000, 0.01).limit, "queue");
  assert.equal(simulate(1000, 0.01, { maker: 0.005 }).limit, "maker");
  assert.equal(simulate(10, 10).limit, "none");
});

test("the same seed gives the same numbers, and another others", () => {
  assert.deepEqual(simulate(50, 0.1), simulate(50, 0.1));
  assert.notDeepEqual(simulate(50, 0.1), simulate(50, 0.1, {}, 2));
});
