import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Done, Executor } from "./executor.ts";
import type { Job, Json } from "./job.ts";
import type { JobQueue, QueuedEnd } from "./jobQueue.ts";

export interface QueuedExecutorOptions {
  /** Digest of the code that the jobs are for: a worker with another does not take them. */
  readonly code: string;
  /** How many jobs stand in the line beside those that workers do, at least; default 64. */
  readonly ahead?: number;
  /** Nobody has taken a job for a while. */
  readonly onIdle?: (waitedMs: number) => void;
  /** After so long without an end, in ms, `onIdle` is called; default 10 000. */
  readonly idleMs?: number;
}

/** The line is looked at so often, in ms: workers come and go. */
const lookMs = 200;

/** A job on its way. */
interface Sent {
  readonly id: string;
  readonly job: Job;
}

/**
 * Does jobs on whatever machines listen to a queue. Each may be done more than once: the first end of a key counts, and any
 * other is the same.
 */
export function queuedExecutor(queue: JobQueue, options: QueuedExecutorOptions): Executor {
  const { code, ahead = 64, onIdle, idleMs = 10_000 } = options;
  return {
    async *perform(jobs) {
      const maker = randomUUID();
      await using ends = await queue.ends(maker);
      const source = jobs[Symbol.iterator]();
      const open = new Map<string, Sent>();
      let isMore = true;
      let count = 0;
      let most = ahead;
      let looks = performance.now();
      /**
       * However many work, some jobs wait for them: as many as they do now, so that twice as many soon find some. Nobody waits for
       * the answer, which may come when the queue is there again.
       */
      const look = (): void => {
        if (!isMore || performance.now() - looks < lookMs) return;
        looks = Number.POSITIVE_INFINITY;
        queue
          .waiting()
          .then((waiting) => {
            const running = Math.max(0, open.size - waiting);
            most = running + Math.max(ahead, running);
            looks = performance.now();
          })
          .catch(() => {});
      };
      const fill = async (): Promise<void> => {
        look();
        const added: Sent[] = [];
        while (isMore && open.size < most) {
          const { done, value: job } = source.next() as IteratorResult<Job, undefined>;
          if (done) {
            isMore = false;
            break;
          }
          count += 1;
          const entry: Sent = { id: `${maker}.${count}`, job };
          open.set(job.key, entry);
          added.push(entry);
        }
        await send(added);
      };
      const send = async (sent: readonly Sent[]): Promise<void> => {
        if (sent.length > 0)
          await queue.add(sent.map(({ id, job }) => ({ ...job, id, answerTo: maker, code })));
      };
      try {
        await fill();
        while (open.size > 0) {
          const end = await heard(ends.next(), fill);
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

  /** Waits for an end, sends what workers may take meanwhile, and says so when it takes long. */
  async function heard(next: Promise<QueuedEnd>, fill: () => Promise<void>): Promise<QueuedEnd> {
    const began = performance.now();
    let told = 1;
    for (;;) {
      const end = await Promise.race([next, pause(lookMs, undefined, { ref: false })]);
      if (end !== undefined) return end;
      const waitedMs = performance.now() - began;
      if (waitedMs >= told * idleMs) {
        told += 1;
        onIdle?.(waitedMs);
      }
      await fill();
    }
  }
}

function doneOf(job: Job, { text, fault, worker }: QueuedEnd): Done {
  if (text === undefined) return { job, fault: `${fault ?? "it ended without a word"} (${worker})` };
  return { job, result: JSON.parse(text) as Json };
}
