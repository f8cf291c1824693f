import { availableParallelism } from "node:os";
import type { Done, Executor } from "./executor.ts";
import type { Job, Json } from "./job.ts";
import { OneThread } from "./oneThread.ts";

/**
 * Does jobs in threads of this process: the default, which needs nothing.
 *
 * @param root the project's folder
 * @param workers how many threads; default one for each core
 * @param given to every job, beside its params
 * @throws {RangeError} if workers is no integer from 1
 */
export function localPool(root: string, workers: number = availableParallelism(), given?: unknown): Executor {
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new RangeError(`Cannot make a pool: workers must be an integer of at least 1, got ${workers}`);
  const threads = Array.from({ length: workers }, (_, thread) => new OneThread(root, { thread, given }));
  return {
    async *perform(jobs) {
      const source = jobs[Symbol.iterator]();
      const running = new Map<OneThread, Promise<{ thread: OneThread; done: Done }>>();
      const begin = (thread: OneThread): void => {
        const { done, value: job } = source.next() as IteratorResult<Job, undefined>;
        if (!done)
          running.set(
            thread,
            attempt(thread, job).then((ended) => ({ thread, done: ended })),
          );
      };
      const idle = new Set(threads);
      try {
        for (;;) {
          for (const thread of idle) {
            begin(thread);
            if (!running.has(thread)) break;
            idle.delete(thread);
          }
          if (running.size === 0) return;
          const { thread, done } = await Promise.race(running.values());
          running.delete(thread);
          idle.add(thread);
          yield done;
        }
      } finally {
        // What runs for nobody any more must not hear of the next jobs.
        await Promise.all([...running.keys()].map((thread) => thread[Symbol.asyncDispose]()));
        source.return?.();
      }
    },

    async [Symbol.asyncDispose]() {
      await Promise.all(threads.map((thread) => thread[Symbol.asyncDispose]()));
    },
  };
}

async function attempt(thread: OneThread, job: Job): Promise<Done> {
  const answer = await thread.perform(job);
  return "text" in answer ? { job, result: JSON.parse(answer.text) as Json } : { job, fault: answer.fault };
}
