/**
 * A thread beside a judge, which stands still while an answer runs: when the grader is gone, killed and without a word, it
 * ends the judge at once, and with it what the judge has started.
 */
import { workerData } from "node:worker_threads";

const { parent } = workerData as { readonly parent: number };

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 200);
