/**
 * The process that runs the cells of one notebook, driven by its parent's messages.
 * Argument: absolute path of the notebook.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { catchStreams } from "../node/catchStreams.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { OutputQueue } from "../session/outputQueue.ts";
import { Session } from "../session/session.ts";
import type { Order, Report } from "./runEvents.ts";

const [path] = process.argv.slice(2);
if (path === undefined || !process.send) throw new Error("child.ts is started by runNotebook()");

interface Origin {
  readonly id: string;
  readonly source: string;
  readonly outputs: OutputQueue;
}

const send = (report: Report): void => void process.send?.(report);
const originOf = (id: string, source: string): Origin => ({
  id,
  source,
  outputs: new OutputQueue((output) => send({ type: "output", id, output })),
});

/** The cell that the running code belongs to, also in a timer or a promise that the cell left behind. */
const origin = new AsyncLocalStorage<Origin>();
let current = originOf("", "");
const outputs = (): OutputQueue => (origin.getStore() ?? current).outputs;

const session = new Session({ ...(await nodeHost(path)), outputs });
catchStreams(outputs);

const failLate = (error: unknown): void => {
  const { id, source } = origin.getStore() ?? current;
  const failure = session.describe(error, id, source);
  outputs().push(failure.output);
  send({ type: "late-failure", id, outcome: { status: "error", executionCount: 0, failure } });
};
process.on("uncaughtException", failLate);
process.on("unhandledRejection", failLate);
process.on("disconnect", () => process.exit()); // without its parent nobody reads what it computes

process.on("message", async (order: Order) => {
  if (order.type === "end") process.exit(0);
  current = originOf(order.id, order.source);
  const outcome = await origin.run(current, () => session.run(current));
  // One turn of the event loop: a rejection that nobody handles is still this cell's.
  setImmediate(() => send({ type: "done", id: order.id, outcome }));
});

send({ type: "ready" });
