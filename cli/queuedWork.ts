import type { Executor } from "../jobs/executor.ts";
import { openQueue } from "./openQueue.ts";

export interface QueuedWorkOptions {
  /** The project's folder. */
  readonly root: string;
  /** Of the queue. */
  readonly address: string;
  /** Of a course whose folder workers must have. */
  readonly courseId?: string;
  /** What a worker is started with, beside the queue's address. */
  readonly worker?: string;
  /** Told when nobody has done anything for a while. */
  readonly onNotice: (notice: string) => void;
}

/** Whoever listens to a queue does the work. */
export async function queuedWork(options: QueuedWorkOptions): Promise<Executor> {
  const { root, address, courseId, worker = "", onNotice } = options;
  const { queuedExecutor } = await import("../jobs/queuedExecutor.ts");
  const { queue, code } = await openQueue(root, address, courseId);
  let said = 0;
  return queuedExecutor(queue, {
    code,
    onIdle(waitedMs) {
      if (waitedMs < 2 * said) return; // more and more seldom
      said = waitedMs;
      const seconds = Math.round(waitedMs / 1000);
      onNotice(
        `No job has ended for ${seconds} s. Does a worker of this version listen?   genloss worker --queue ${address}${worker}`,
      );
    },
  });
}
