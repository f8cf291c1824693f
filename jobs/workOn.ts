import type { JobQueue, QueuedEnd, Working } from "./jobQueue.ts";
import { OneThread } from "./oneThread.ts";

export interface WorkOnOptions {
  /** The project's folder. */
  readonly root: string;
  /** Digest of the code here. */
  readonly code: string;
  readonly concurrency: number;
  /** To every job, beside its params. */
  readonly given?: unknown;
  readonly patienceMs: number;
  /** As whoever reads a fault finds this worker: host and process. */
  readonly name: string;
  readonly onEnd?: (end: QueuedEnd, ms: number) => void;
  readonly onConnection?: (isThere: boolean) => void;
}

/** How often a job may kill its thread before it is set aside. */
const deaths = 2;

/**
 * Does a queue's jobs, each in a thread of its own: this one stays free to say that it lives, so that no job that takes long
 * is given to another worker. A job that throws is set aside with what it threw; one that kills its thread is tried once
 * more. One that is for other code is refused.
 */
export async function workOn(queue: JobQueue, options: WorkOnOptions): Promise<Working> {
  const { root, code, concurrency, given, patienceMs, name, onEnd, onConnection } = options;
  const idle = Array.from({ length: concurrency }, (_, thread) => new OneThread(root, { thread, given }));
  const threads = [...idle];
  let isStopped = false;
  const working = await queue.work({
    ...{ concurrency, patienceMs, name },
    ...(onConnection && { onConnection }),
    async do(job) {
      const began = performance.now();
      const thread = idle.pop()!; // the queue gives no more jobs than that
      try {
        const end = { key: job.key, worker: name, ...(await attempted(thread)) };
        onEnd?.(end, performance.now() - began);
        return end;
      } finally {
        idle.push(thread);
      }

      async function attempted(by: OneThread): Promise<{ text: string } | { fault: string }> {
        if (job.code !== code)
          return {
            fault: `It is for code ${job.code.slice(0, 12)}, and this worker has ${code.slice(0, 12)}`,
          };
        for (let tries = 1; ; tries += 1) {
          // What is taken or cut off in a stop has no end here: it is somebody else's, and would begin a thread anew.
          const answer = isStopped ? undefined : await by.perform(job);
          if (isStopped || answer === undefined) return new Promise(() => {});
          if (!("fault" in answer) || !answer.isDeath || tries === deaths) return answer;
        }
      }
    },
  });
  const end = async (how: () => Promise<void>): Promise<void> => {
    await how();
    await Promise.all(threads.map((thread) => thread[Symbol.asyncDispose]()));
  };
  return {
    drain: () => end(() => working.drain()),
    stop() {
      isStopped = true;
      return end(() => working.stop());
    },
  };
}
