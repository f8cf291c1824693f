/** A thread that does one job after the other: the loop of whoever holds it stays free. */
import { parentPort, workerData } from "node:worker_threads";
import type { Here, Job } from "./job.ts";
import { performJob } from "./performJob.ts";

/** What comes back from a thread. */
export type FromThread = { readonly text: string } | { readonly fault: string; readonly isDeath?: false };

const { root, ...here } = workerData as Here & { readonly root: string };

parentPort!.on("message", async (job: Pick<Job, "module" | "params">) => {
  parentPort!.postMessage(
    await performJob(root, job, here).then(
      (text): FromThread => ({ text }),
      (error: unknown): FromThread => ({ fault: wordsOf(error) }),
    ),
  );
});

const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
