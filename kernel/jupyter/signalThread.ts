/**
 * Sees SIGINT while the cells' thread is busy. Node hands signals to that thread's event loop only, with one
 * exception: a script that may be broken by SIGINT is broken at once, in whichever thread it runs. So this
 * thread does nothing but run one. The outer script catches a signal that comes while the inner one starts anew.
 */
import { runInThisContext } from "node:vm";
import { parentPort } from "node:worker_threads";

const never = new Int32Array(new SharedArrayBuffer(4));

function waitForSignals(): void {
  for (;;) {
    try {
      Object.assign(globalThis, { never });
      runInThisContext("Atomics.wait(never, 0, 0)", { breakOnSigint: true });
    } catch {
      parentPort?.postMessage("SIGINT");
    }
  }
}

Object.assign(globalThis, { waitForSignals });
for (;;) {
  try {
    runInThisContext("waitForSignals()", { breakOnSigint: true });
  } catch {
    parentPort?.postMessage("SIGINT");
  }
}
