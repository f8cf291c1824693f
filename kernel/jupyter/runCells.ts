import { AsyncLocalStorage } from "node:async_hooks";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { nodeHost } from "../node/nodeHost.ts";
import type { Output } from "../notebook/notebook.ts";
import { OutputQueue } from "../session/outputQueue.ts";
import { Session } from "../session/session.ts";
import type { Content } from "./message.ts";
import { shared, type ToCells, type ToProtocol } from "./threads.ts";

/** The cell that running code belongs to, also in a timer or a promise that the cell left behind. */
interface Origin {
  readonly ticket: number;
  readonly id: string;
  readonly source: string;
  readonly outputs: OutputQueue;
}

/** Runs the cells that the protocol thread asks for, one after the other, for the life of the kernel. */
export async function runCells(front: Worker, flags: Int32Array): Promise<void> {
  const tell = (message: ToProtocol): void => front.postMessage(message);
  // Jupyter starts a kernel in the notebook's folder and does not say the notebook's name.
  const session = new Session(await nodeHost(join(process.cwd(), "notebook.ipynb")));
  const origin = new AsyncLocalStorage<Origin>();
  let current = originOf(0, "", "", tell);

  for (const name of ["stdout", "stderr"] as const) {
    process[name].write = ((chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
      const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
      (origin.getStore() ?? current).outputs.push({ output_type: "stream", name, text });
      const written = rest.findLast((argument) => typeof argument === "function") as (() => void) | undefined;
      if (written) queueMicrotask(written);
      return true;
    }) as typeof process.stdout.write;
  }

  const failLate = (error: unknown): void => {
    const { id, source, outputs } = origin.getStore() ?? current;
    outputs.push(session.describe(error, id, source).output);
  };
  process.on("uncaughtException", failLate);
  process.on("unhandledRejection", failLate);

  const execute = async (order: Extract<ToCells, { type: "execute" }>): Promise<void> => {
    const { ticket, cellId, source } = order;
    current = originOf(ticket, cellId, source, tell);
    Atomics.store(flags, shared.interrupt, 0);
    Atomics.store(flags, shared.activity, 1);
    const outcome = await origin.run(current, () => session.run(current));
    const userExpressions: Record<string, unknown> = {};
    if (outcome.status === "ok") {
      for (const [name, expression] of Object.entries(order.userExpressions)) {
        userExpressions[name] = await evaluate(session, expression);
      }
    }
    Atomics.store(flags, shared.activity, 0);
    // One turn of the event loop: a rejection that nobody handles is still this cell's.
    setImmediate(() => tell({ type: "done", ticket, outcome, userExpressions }));
  };

  front.on("message", (message: ToCells) => {
    switch (message.type) {
      case "execute":
        void execute(message);
        break;
      case "cut":
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

function originOf(ticket: number, id: string, source: string, tell: (message: ToProtocol) => void): Origin {
  const emit = ({ output_type: messageType, ...content }: Output): void =>
    tell({ type: "publish", ticket, messageType, content });
  return { ticket, id, source, outputs: new OutputQueue(emit) };
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
