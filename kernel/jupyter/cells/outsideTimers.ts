import { MessageChannel } from "node:worker_threads";
import { shared } from "../shared/threads.ts";

/**
 * What a timer wakes up goes on in a turn of its own. Cutting off JavaScript in the timers' turn would end the
 * process, and library code has no loop guards: so no cell may run there for long.
 */
export function outsideTimers(flags: Int32Array): <T>(value: T) => T | Promise<T> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.on("message", () => {
    Atomics.store(flags, shared.inTimer, 0);
    waiting.shift()?.();
  });
  port1.unref();
  return (value) => {
    if (Atomics.load(flags, shared.inTimer) === 0) return value;
    return new Promise((resolve) => {
      waiting.push(() => resolve(value));
      port2.postMessage(null);
    });
  };
}
