import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterDescriptorWrites } from "../node/afterDescriptorWrites.ts";
import { catchFailures } from "../node/catchFailures.ts";
import { catchStreams } from "../node/catchStreams.ts";
import { currentScope, inScope, stopScope, trackScopes } from "../node/cellScope.ts";
import { keepListening } from "../node/keepListening.ts";
import { nodeHost } from "../node/nodeHost.ts";
import type { CellOutput } from "../session/cellOutput.ts";
import { Interrupted } from "../session/interruption.ts";
import { OutputQueue } from "../session/outputQueue.ts";
import { type CellOutcome, Session } from "../session/session.ts";
import { Comms } from "./comms.ts";
import { exitWord } from "./exitWord.ts";
import { FrontLink } from "./frontLink.ts";
import { InputLine } from "./inputLine.ts";
import type { Content } from "./message.ts";
import { outsideTimers } from "./outsideTimers.ts";
import { type RequestScope, requestScope, type ScopedRequest } from "./requestScope.ts";
import type { TextRing } from "./textRing.ts";
import { shared, type ToCells, type ToProtocol } from "./threads.ts";
import { widgets } from "./widgets.ts";

// The kernel's own: those that cells see end with the cell that is stopped.
const { setImmediate: soon, setTimeout: later } = globalThis;

/** How long a stopped cell may take to end, before its end is announced without it. */
const stopMs = 100;

/** What runs now, and how its end is announced. */
interface Job {
  readonly scope: RequestScope;
  end(outcome?: CellOutcome, userExpressions?: Content, leaves?: boolean): void;
}

/** Runs the cells that the protocol thread asks for, one after the other, for the life of the kernel. */
export async function runCells(front: Worker, flags: Int32Array, text: TextRing): Promise<void> {
  const link = new FrontLink(front, flags, text);
  const tell = (message: ToProtocol): void => void link.tell(message);
  const scopeFor = (request: ScopedRequest): RequestScope => requestScope(request, link);
  let newest = scopeFor({ ticket: 0, id: "", source: "", allowStdin: false });
  let job: Job | undefined;
  /** The newest request that has arrived here. */
  let begun = 0;
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
    ...widgets(comms, {
      display: (value) => session.services.display(value),
      fail: (error) => failLate(error),
      cell: scopeNow,
    }),
    input: (prompt = "") => ask(prompt, false),
    password: (prompt = "") => ask(prompt, true),
  };
  const session: Session = new Session({
    ...host,
    ambient,
    broadcast: publish,
    outputs,
    stopSwitch: { flag: flags, isStopped, turn: outsideTimers(flags) },
  });
  catchStreams(outputs);
  // What was written is read before more is: a pipe does not tell what came when.
  afterDescriptorWrites(() => link.tellAndWait({ type: "written", ticket: scopeNow().ticket }));
  trackScopes((active) => Atomics.store(flags, shared.inTimer, active ? 1 : 0));

  const failLate = (error: unknown): void => {
    const { id, source, stopped } = currentScope() ?? newest;
    if (!stopped) outputs().push(session.describe(error, id, source).output);
  };
  catchFailures(failLate);

  const begin = (request: ScopedRequest, announceEnd: (...how: Parameters<Job["end"]>) => void): Job => {
    const scope = scopeFor(request);
    Atomics.store(flags, shared.interrupt, 0);
    Atomics.store(flags, shared.inTimer, 0); // a message has a turn of its own
    newest = scope;
    begun = request.ticket;
    job = {
      scope,
      end(...how) {
        if (job !== this) return;
        announceEnd(...how);
        if (scope.stopped) scope.outputs.close();
        job = undefined;
      },
    };
    return job;
  };
  const interrupted = ({
    id,
    source,
    outputs,
  }: Pick<RequestScope, "id" | "source" | "outputs">): CellOutcome => {
    const failure = session.describe(new Interrupted(), id, source);
    outputs.push(failure.output);
    return { status: "error", executionCount: 0, failure };
  };

  const execute = async (message: Extract<ToCells, { type: "execute" }>): Promise<void> => {
    const { ticket, cellId, source, userExpressions, allowStdin } = message;
    if (ticket <= begun) return; // stopped before it came
    const own = begin({ ticket, id: cellId, source, allowStdin }, (outcome, values = {}, leaves = false) =>
      tell({
        type: "done",
        ticket,
        outcome: outcome ?? interrupted(own.scope),
        userExpressions: values,
        leaves,
      }),
    );
    if (await isFarewell(session, source)) {
      own.end({ status: "ok", executionCount: 0 }, {}, true);
      return;
    }
    const outcome = await inScope(own.scope, () => session.run(own.scope));
    const values: Record<string, unknown> = {};
    if (outcome.status === "ok") {
      for (const [name, expression] of Object.entries(userExpressions))
        values[name] = await inScope(own.scope, () => evaluate(session, expression));
    }
    // One turn of the event loop: a rejection that nobody handles is still this cell's.
    soon(() => own.end(outcome, values));
  };

  const receiveComm = async (message: Extract<ToCells, { type: "comm" }>): Promise<void> => {
    const { ticket, kind, content, buffers } = message;
    if (ticket <= begun) return; // stopped before it came
    // What a control's listener prints belongs to the message that called it.
    const own = begin({ ticket, id: "widget", source: "", allowStdin: false }, () =>
      tell({ type: "comm-done", ticket }),
    );
    const { scope } = own;
    try {
      await inScope(scope, () => comms.receive(kind, content, buffers));
    } catch (error) {
      scope.outputs.push(session.describe(error, "widget", "").output);
    }
    own.end();
  };

  /**
   * Whatever the cell does, its end is announced after this. JavaScript may have been cut off anywhere, also in
   * the lines above: then nobody else is left to say it.
   */
  const cut = (ticket: number): void => {
    const own = job;
    if (own?.scope.ticket === ticket) {
      stopScope(own.scope);
      line.cancel();
      session.interrupt();
      later(() => own.end(), stopMs);
    } else if (ticket > begun) {
      begun = ticket;
      const scope = scopeFor({ ticket, id: "", source: "", allowStdin: false });
      tell({ type: "done", ticket, outcome: interrupted(scope), userExpressions: {} });
      tell({ type: "comm-done", ticket });
    }
  };

  const onSigint = (): void => tell({ type: "interrupt" });
  keepListening("SIGINT", onSigint); // also lets the process live where the protocol thread sees the signal
  const exit = process.exit.bind(process);
  process.exit = (code): never => {
    tell({ type: "exit", ticket: scopeNow().ticket, call: `process.exit(${code ?? ""})` });
    Atomics.wait(flags, shared.mayExit, 0, 5000);
    return exit(code);
  };

  front.on("message", (message: ToCells) => {
    switch (message.type) {
      case "execute":
        void execute(message);
        break;
      case "cut":
        cut(message.ticket);
        break;
      case "comm":
        void receiveComm(message);
        break;
      case "input":
        line.receive(message.text);
        break;
      case "sigint":
        for (const listener of process.listeners("SIGINT"))
          if (listener !== onSigint) listener.call(process, "SIGINT");
        break;
      case "shutdown":
        exit(0);
    }
  });
  tell({ type: "ready" });
}

/** Whether a cell is a wish to leave, and no name of the notebook's own. */
async function isFarewell(session: Session, source: string): Promise<boolean> {
  const name = exitWord(source);
  if (name === undefined) return false;
  const { data } = await evaluate(session, `typeof ${name} === "undefined"`);
  return (data as Content | undefined)?.["text/plain"] === "true";
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
