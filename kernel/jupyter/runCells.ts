import { join } from "node:path";
import { MessageChannel, type Worker } from "node:worker_threads";
import { catchStreams } from "../node/catchStreams.ts";
import {
  type CellScope,
  cellScope,
  currentScope,
  inScope,
  stopScope,
  trackScopes,
} from "../node/cellScope.ts";
import { nodeHost } from "../node/nodeHost.ts";
import type { Output } from "../notebook/notebook.ts";
import { OutputQueue } from "../session/outputQueue.ts";
import { Session } from "../session/session.ts";
import type { Content } from "./message.ts";
import { shared, type ToCells, type ToProtocol } from "./threads.ts";

/** Runs the cells that the protocol thread asks for, one after the other, for the life of the kernel. */
export async function runCells(front: Worker, flags: Int32Array): Promise<void> {
  const tell = (message: ToProtocol): void => front.postMessage(message);
  let newest = scopeOf(0, "", "", tell);
  let running = 0;
  const outputs = (): OutputQueue => (currentScope() ?? newest).outputs;

  // Jupyter starts a kernel in the notebook's folder and does not say the notebook's name.
  const host = await nodeHost(join(process.cwd(), "notebook.ipynb"));
  const isStopped = (): boolean => currentScope()?.stopped ?? false;
  const session = new Session({
    ...host,
    outputs,
    stopSwitch: { flag: flags, isStopped, turn: outsideTimers(flags) },
  });
  catchStreams(outputs);
  trackScopes((active) => Atomics.store(flags, shared.inTimer, active ? 1 : 0));

  const failLate = (error: unknown): void => {
    const { id, source, stopped } = currentScope() ?? newest;
    if (!stopped) outputs().push(session.describe(error, id, source).output);
  };
  process.on("uncaughtException", failLate);
  process.on("unhandledRejection", failLate);

  const execute = async ({
    ticket,
    cellId,
    source,
    userExpressions,
  }: Extract<ToCells, { type: "execute" }>) => {
    newest = scopeOf(ticket, cellId, source, tell);
    running = ticket;
    Atomics.store(flags, shared.interrupt, 0);
    Atomics.store(flags, shared.inTimer, 0); // a message has a turn of its own
    const scope = newest;
    const outcome = await inScope(scope, () => session.run(scope));
    const values: Record<string, unknown> = {};
    if (outcome.status === "ok") {
      for (const [name, expression] of Object.entries(userExpressions))
        values[name] = await evaluate(session, expression);
    }
    // One turn of the event loop: a rejection that nobody handles is still this cell's.
    setImmediate(() => {
      running = 0;
      if (scope.stopped) scope.outputs.close();
      tell({ type: "done", ticket, outcome, userExpressions: values });
    });
  };

  front.on("message", (message: ToCells) => {
    switch (message.type) {
      case "execute":
        void execute(message);
        break;
      case "cut":
        if (message.ticket !== running) break;
        stopScope(newest);
        session.interrupt();
        break;
      case "comm":
        tell({ type: "comm-done", ticket: message.ticket });
        break;
      case "shutdown":
        process.exit(0);
    }
  });
  tell({ type: "ready" });
}

/**
 * What a timer wakes up goes on in a turn of its own. Cutting off JavaScript in the timers' turn would end the
 * process, and library code has no loop guards: so no cell may run there for long.
 */
function outsideTimers(flags: Int32Array): <T>(value: T) => T | Promise<T> {
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

function scopeOf(ticket: number, id: string, source: string, tell: (message: ToProtocol) => void): CellScope {
  const emit = ({ output_type: messageType, ...content }: Output): void =>
    tell({ type: "publish", ticket, messageType, content });
  return cellScope(id, source, new OutputQueue(emit));
}

/** One of a request's `user_expressions`: its value as a MIME bundle, or its error. */
async function evaluate(session: Session, source: string): Promise<Content> {
  const shown: Output[] = [];
  const outputs = new OutputQueue((output) => shown.push(output));
  const outcome = await session.run({ id: "user expression", source, outputs });
  if (outcome.status === "error") {
    const { ename, evalue, traceback } = outcome.failure.output;
    return { status: "error", ename, evalue, traceback };
  }
  const result = shown.find((output) => output.output_type === "execute_result");
  return { status: "ok", data: result?.data ?? {}, metadata: {} };
}
