import { Worker } from "node:worker_threads";
import type { Here, Job } from "./job.ts";
import type { FromThread } from "./jobThread.ts";

/** How a job ended in a thread. */
export type Ended = FromThread | { readonly fault: string; readonly isDeath: true };

/**
 * A thread for jobs, which is begun with its first one, and anew after it has died: of memory, or by a `process.exit()` in
 * what it ran.
 */
export class OneThread implements AsyncDisposable {
  readonly #root: string;
  readonly #here: Here;
  #worker: Worker | undefined;

  constructor(root: string, here: Here) {
    this.#root = root;
    this.#here = here;
  }

  /** Does a job. A thread that dies gives a fault that says so. */
  perform(job: Pick<Job, "module" | "params">): Promise<Ended> {
    this.#worker ??= new Worker(new URL("./jobThread.ts", import.meta.url), {
      workerData: { root: this.#root, ...this.#here },
      execArgv: ["--no-warnings"],
    });
    const worker = this.#worker;
    return new Promise((done) => {
      // Not all listeners of a worker are ours: each is taken off by name.
      const end = (answer: Ended): void => {
        worker.off("message", end).off("error", onError).off("exit", onExit);
        done(answer);
      };
      const die = (why: string): void => {
        if (this.#worker === worker) this.#worker = undefined;
        end({ fault: `Its thread died: ${why}`, isDeath: true });
      };
      const onError = (error: unknown): void => die(String((error as Error)?.message ?? error));
      const onExit = (code: number): void => die(`it ended with ${code}`);
      worker.on("message", end).on("error", onError).on("exit", onExit);
      worker.postMessage({ module: job.module, params: job.params });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
