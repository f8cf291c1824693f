import { MessageChannel, Worker } from "node:worker_threads";
import { Channel } from "../../../../course/judge/values/channel.ts";
import { seededStreams } from "../../../../course/judge/values/seededStreams.ts";
import { seeded } from "../../../../lib/index.ts";
import { lineQueue } from "./lineQueue.ts";

/** A thread that makes values, and the near end of the conversation with it. */
export interface FarSide extends Disposable {
  /** The value of an expression there, as it arrives here. */
  // biome-ignore lint/suspicious/noExplicitAny: what arrives is anything
  value(expression: string): any;
  /** How many messages have gone there. */
  asked(): number;
  /** Puts back what the other side has changed here. */
  undoChanges(): void;
}

export function openFarSide(): FarSide {
  const { port1, port2 } = new MessageChannel();
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("./farSide.ts", import.meta.url), {
    workerData: { port: port2, bell },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  const queue = lineQueue(port1, bell, 10_000);
  let asked = 0;
  const write = (line: string): void => {
    asked += 1;
    queue.write(line);
  };
  const channel = new Channel({ write, read: () => queue.read() }, seededStreams(seeded), () => {
    throw new Error("Cannot ask the near side");
  });
  return {
    value: (expression) => channel.ask(expression),
    asked: () => asked,
    undoChanges: () => channel.undoChanges(),
    [Symbol.dispose]: () => void worker.terminate(),
  };
}
