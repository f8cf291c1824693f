import { randomUUID } from "node:crypto";
import type { Done, Executor } from "./executor.ts";
import type { Job, Json } from "./job.ts";
import type { JobQueue, QueuedEnd } from "./jobQueue.ts";

export interface QueuedExecutorOptions {
  /** Digest of the code that the jobs are for: a worker with another does not take them. */
  readonly code: string;
  /** How many jobs are in the line or with workers at a time; default 64. */
  readonly ahead?: number;
  /** Nobody has taken a job for a while. */
  readonly onIdle?: (waitedMs: number) => void;
  /** After so long without an end, in ms, `onIdle` is called; default 10 000. */
  readonly idleMs?: number;
}

/**
 * Does jobs on whatever machines listen to a queue. Each may be done more than once: the first end of a key counts, and any
 * other is the same.
 */
export function queuedExecutor(queue: JobQueue, options: QueuedExecutorOptions): Executor {
  const { code, ahead = 64, onIdle, idleMs = 10_000 } = options;
  return {
    width: ahead,

    async *perform(jobs) {
      const maker = randomUUID();
      await using ends = await queue.ends(maker);
      const source = jobs[Symbol.iterator]();
      const open = new Map<string, { readonly id: string; readonly job: Job }>();
      let isMore = true;
      let count = 0;
      const fill = async (): Promise<void> => {
        const added: { id: string; job: Job }[] = [];
        while (isMore && open.size < ahead) {
          const { done, value: job } = source.next() as IteratorResult<Job, undefined>;
          if (done) {
            isMore = false;
            break;
          }
          count += 1;
          const entry = { id: `${maker}.${count}`, job };
          open.set(job.key, entry);
          added.push(entry);
        }
        if (added.length > 0)
          await queue.add(added.map(({ id, job }) => ({ ...job, id, answerTo: maker, code })));
      };
      try {
        await fill();
        while (open.size > 0) {
          const end = await heard(ends.next());
          const entry = open.get(end.key);
          if (!entry) continue; // it ended before
          open.delete(end.key);
          yield doneOf(entry.job, end);
          await fill();
        }
      } finally {
        source.return?.();
        if (open.size > 0) await queue.takeBack([...open.values()].map(({ id }) => id));
      }
    },

    async [Symbol.asyncDispose]() {
      await queue[Symbol.asyncDispose]();
    },
  };

  /** Waits for an end, and says so when it takes long. */
  async function heard(next: Promise<QueuedEnd>): Promise<QueuedEnd> {
    const began = performance.now();
    const timer = setInterval(() => onIdle?.(performance.now() - began), idleMs);
    try {
      return await next;
    } finally {
      clearInterval(timer);
    }
  }
}

function doneOf(job: Job, { text, fault, worker }: QueuedEnd): Done {
  if (text === undefined) return { job, fault: `${fault ?? "it ended without a word"} (${worker})` };
  return { job, result: JSON.parse(text) as Json };
}
