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
import type { CellOutput } from "../session/cellOutput.ts";
import { OutputQueue } from "../session/outputQueue.ts";
import { Session } from "../session/session.ts";
import { Comms } from "./comms.ts";
import { InputLine } from "./inputLine.ts";
import type { Content } from "./message.ts";
import { shared, type ToCells, type ToProtocol } from "./threads.ts";
import { widgets } from "./widgets.ts";

/** Runs the cells that the protocol thread asks for, one after the other, for the life of the kernel. */
export async function runCells(front: Worker, flags: Int32Array): Promise<void> {
  const tell = (message: ToProtocol): void => front.postMessage(message);
  let newest = scopeOf({ ticket: 0, id: "", source: "", allowStdin: false }, tell);
  let running = 0;
  const outputs = (): OutputQueue => scopeNow().outputs;
  const scopeNow = (): RequestScope => (currentScope() as RequestScope | undefined) ?? newest;

  // Jupyter starts a kernel in the notebook's folder and does not say the notebook's name.
  const host = await nodeHost(join(process.cwd(), "notebook.ipynb"));
  const isStopped = (): boolean => currentScope()?.stopped ?? false;
  const publish = (
    messageType: string,
    content: Content,
    metadata?: Content,
    buffers?: readonly Uint8Array[],
  ): void =>
    tell({
      type: "publish",
      ticket: scopeNow().ticket,
      messageType,
      content,
      ...(metadata && { metadata }),
      ...(buffers && { buffers }),
    });
  const comms = new Comms(publish);
  const line = new InputLine((prompt, password) => {
    tell({ type: "input-request", ticket: scopeNow().ticket, prompt, password });
  });
  const ask = async (prompt: unknown, password: boolean): Promise<string> => {
    if (scopeNow().allowStdin) return line.ask(String(prompt), password);
    throw new Error("Cannot ask for input: this front end does not answer questions");
  };
  const ambient = {
    ...host.ambient,
    ...widgets(comms, (value) => session.services.display(value)),
    input: (prompt = "") => ask(prompt, false),
    password: (prompt = "") => ask(prompt, true),
  };
  const session: Session = new Session({
    ...host,
    ambient,
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
    allowStdin,
  }: Extract<ToCells, { type: "execute" }>) => {
    newest = scopeOf({ ticket, id: cellId, source, allowStdin }, tell);
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

  const receiveComm = async ({
    ticket,
    kind,
    content,
    buffers,
  }: Extract<ToCells, { type: "comm" }>): Promise<void> => {
    // What a control's listener prints belongs to the message that called it.
    const scope = scopeOf({ ticket, id: "widget", source: "", allowStdin: false }, tell);
    newest = scope;
    try {
      await inScope(scope, () => comms.receive(kind, content, buffers));
    } catch (error) {
      scope.outputs.push(session.describe(error, "widget", "").output);
    }
    tell({ type: "comm-done", ticket });
  };

  front.on("message", (message: ToCells) => {
    switch (message.type) {
      case "execute":
        void execute(message);
        break;
      case "cut":
        if (message.ticket !== running) break;
        stopScope(newest);
        line.cancel();
        session.interrupt();
        break;
      case "comm":
        void receiveComm(message);
        break;
      case "input":
        line.receive(message.text);
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

/** A cell, or a widget's message, and the request it answers. */
interface RequestScope extends CellScope {
  readonly ticket: number;
  readonly allowStdin: boolean;
}

function scopeOf(
  request: Pick<RequestScope, "ticket" | "id" | "source" | "allowStdin">,
  tell: (message: ToProtocol) => void,
): RequestScope {
  const { ticket, id, source, allowStdin } = request;
  const emit = ({ output_type: messageType, ...content }: CellOutput): void => {
    // Clients read `transient` of a display without asking whether it is there.
    const whole = messageType === "display_data" ? { transient: {}, ...content } : content;
    tell({ type: "publish", ticket, messageType, content: whole });
  };
  return { ...cellScope(id, source, new OutputQueue(emit)), ticket, allowStdin };
}

/** One of a request's `user_expressions`: its value as a MIME bundle, or its error. */
async function evaluate(session: Session, source: string): Promise<Content> {
  const shown: CellOutput[] = [];
  const outputs = new OutputQueue((output) => shown.push(output));
  const outcome = await session.run({ id: "user expression", source, outputs });
  if (outcome.status === "error") {
    const { ename, evalue, traceback } = outcome.failure.output;
    return { status: "error", ename, evalue, traceback };
  }
  const result = shown.find((output) => output.output_type === "execute_result");
  return { status: "ok", data: result?.data ?? {}, metadata: {} };
}
