import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { LinePipe } from "../../../../course/judge/values/channel.ts";

/** A pipe of lines between two threads, each of which waits by standing still. */
export function lineQueue(port: MessagePort, bell: Int32Array, patienceMs: number): LinePipe {
  return {
    write(line) {
      port.postMessage(line);
      Atomics.add(bell, 0, 1);
      Atomics.notify(bell, 0);
    },
    read() {
      const until = performance.now() + patienceMs;
      for (;;) {
        const rung = Atomics.load(bell, 0);
        const found = receiveMessageOnPort(port) as { readonly message: string } | undefined;
        if (found) return found.message;
        const left = until - performance.now();
        if (left <= 0) throw new Error(`nothing was said for ${patienceMs} ms`);
        Atomics.wait(bell, 0, rung, left);
      }
    },
  };
}
