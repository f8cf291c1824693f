/**
 * The process that runs the cells of one notebook, driven by its parent's messages.
 * Argument: absolute path of the notebook.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { nodeHost } from "../node/nodeHost.ts";
import { OutputQueue } from "../session/outputQueue.ts";
import { Session } from "../session/session.ts";
import type { Order, Report } from "./runEvents.ts";

const [path] = process.argv.slice(2);
if (path === undefined || !process.send) throw new Error("child.ts is started by runNotebook()");

const send = (report: Report): void => void process.send?.(report);
const session = new Session(await nodeHost(path));

interface Origin {
  readonly id: string;
  readonly source: string;
  readonly outputs: OutputQueue;
}

/** The cell that the running code belongs to, also in a timer or a promise that the cell left behind. */
const origin = new AsyncLocalStorage<Origin>();
const originOf = (id: string, source: string): Origin => ({
  id,
  source,
  outputs: new OutputQueue((output) => send({ type: "output", id, output })),
});
let current = originOf("", "");

for (const name of ["stdout", "stderr"] as const) {
  const write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    (origin.getStore() ?? current).outputs.push({ output_type: "stream", name, text });
    const written = rest.findLast((argument) => typeof argument === "function") as (() => void) | undefined;
    if (written) queueMicrotask(written);
    return true;
  };
  process[name].write = write as typeof process.stdout.write;
}

const failLate = (error: unknown): void => {
  const { id, source, outputs } = origin.getStore() ?? current;
  const failure = session.describe(error, id, source);
  outputs.push(failure.output);
  send({ type: "late-failure", id, outcome: { status: "error", executionCount: 0, failure } });
};
process.on("uncaughtException", failLate);
process.on("unhandledRejection", failLate);

process.on("message", async (order: Order) => {
  if (order.type === "end") {
    process.disconnect();
    process.exit(0);
  }
  current = originOf(order.id, order.source);
  const outcome = await origin.run(current, () => session.run(current));
  // One turn of the event loop: a rejection that nobody handles is still this cell's.
  setImmediate(() => send({ type: "done", id: order.id, outcome }));
});

send({ type: "ready" });
