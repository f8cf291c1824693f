/** How many jobs whoever asks has on their way: some wait for each that works, and no more. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Job } from "../../jobs/job.ts";
import type { JobQueue, QueuedEnd, QueuedJob } from "../../jobs/jobQueue.ts";
import { queuedExecutor } from "../../jobs/queuedExecutor.ts";

/** A queue in memory with so many workers, each of which takes `ms` for a job. */
function memoryQueue(workers: number, ms: number) {
  const line: QueuedJob[] = [];
  const ended: QueuedEnd[] = [];
  let [running, mostRunning, mostWaiting] = [0, 0, 0];
  let wake = (): void => {};
  const begin = (): void => {
    while (running < workers && line.length > 0) {
      const { key } = line.shift()!;
      running += 1;
      mostRunning = Math.max(mostRunning, running);
      setTimeout(() => {
        running -= 1;
        ended.push({ key, text: "1", worker: "memory" });
        wake();
        begin();
      }, ms);
    }
    mostWaiting = Math.max(mostWaiting, line.length);
  };
  const queue: JobQueue = {
    async add(jobs) {
      line.push(...jobs);
      begin();
    },
    waiting: async () => line.length,
    async takeBack() {},
    ends: async () => ({
      async next() {
        while (ended.length === 0)
          await new Promise<void>((done) => {
            wake = done;
          });
        return ended.shift()!;
      },
      async [Symbol.asyncDispose]() {},
    }),
    work: () => Promise.reject(new Error("nobody works on it from outside")),
    status: () => Promise.reject(new Error("nobody asks")),
    async [Symbol.asyncDispose]() {},
  };
  return { queue, most: () => ({ running: mostRunning, waiting: mostWaiting }) };
}

function* jobsOf(count: number): Generator<Job> {
  for (let k = 0; k < count; k += 1) yield { key: String(k), module: "work/none.ts", params: k };
}

for (const [workers, count, ms] of [
  [2, 300, 5],
  [64, 1500, 60],
  [700, 12_000, 300],
] as const)
  test(`${workers} that work all have something to do, and about as many jobs wait`, async () => {
    const { queue, most } = memoryQueue(workers, ms);
    await using executor = queuedExecutor(queue, { code: "" });
    const seen = new Set<string>();
    for await (const { job } of executor.perform(jobsOf(count))) seen.add(job.key);
    assert.equal(seen.size, count);
    const { running, waiting } = most();
    assert.equal(running, workers);
    assert.ok(waiting <= 2 * Math.max(64, workers), `${waiting} wait`);
  });
