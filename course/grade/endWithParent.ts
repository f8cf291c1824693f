/**
 * A thread beside a judge, which stands still while an answer runs: when the grader is gone, killed and without a word, or
 * the thread of it that holds the judge, it ends the judge at once, and with it what the judge has started. Either leaves
 * its end of the judge's standard input.
 */
import { Socket } from "node:net";

new Socket({ fd: 0 })
  .on("error", () => {})
  .on("close", () => process.kill(process.pid, "SIGKILL"))
  .resume();
