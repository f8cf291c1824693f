import { join } from "node:path";
import { getHeapStatistics } from "node:v8";
import type { Worker } from "node:worker_threads";
import { afterDescriptorWrites } from "../../node/afterDescriptorWrites.ts";
import { catchFailures } from "../../node/catchFailures.ts";
import { catchStreams } from "../../node/catchStreams.ts";
import { keepListening } from "../../node/keepListening.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import { nodeScopes } from "../../node/nodeScopes.ts";
import { trackScopes } from "../../node/trackScopes.ts";
import { CellRuns } from "../../session/cellRuns.ts";
import { Comms } from "../../session/comms.ts";
import type { CellOutcome } from "../../session/session.ts";
import type { SessionHost } from "../../session/sessionHost.ts";
import { collectGarbage } from "../shared/collectGarbage.ts";
import type { Content } from "../shared/message.ts";
import type { TextRing } from "../shared/textRing.ts";
import { shared, type ToCells, type ToProtocol } from "../shared/threads.ts";
import { evaluate, isFarewell } from "./evaluate.ts";
import { FrontLink } from "./frontLink.ts";
import { InputLine } from "./inputLine.ts";
import { outsideTimers } from "./outsideTimers.ts";
import { type RequestScope, requestScope, type ScopedRequest } from "./requestScope.ts";
import { widgetControl } from "./widgetControl.ts";

// The kernel's own: those that cells see end with the cell that is stopped.
const { setImmediate: soon, setTimeout: later } = globalThis;

/** How long a stopped cell may take to end, before its end is announced without it. */
const stopMs = 100;

/** Of how large a heap the garbage is collected when there is nothing to do: a moment's work. */
const mostToGoThrough = 128 * 2 ** 20;

/** What runs now, and how its end is announced. */
interface Job {
  readonly scope: RequestScope;
  end(outcome?: CellOutcome, userExpressions?: Content, leaves?: boolean): void;
}

type Message<Type extends ToCells["type"]> = Extract<ToCells, { type: Type }>;

/** Runs the cells that the protocol thread asks for, one after the other, for the life of the kernel. */
export class CellsThread {
  readonly #flags: Int32Array;
  readonly #link: FrontLink;
  readonly #comms: Comms;
  readonly #line: InputLine;
  readonly #runs: CellRuns<RequestScope>;
  #job: Job | undefined;
  /** The newest request that has arrived here. */
  #begun = 0;

  /** @param flags shared with the protocol thread, as is the text; see `shared` */
  static async start(front: Worker, flags: Int32Array, text: TextRing): Promise<void> {
    // Jupyter starts a kernel in the notebook's folder and does not say the notebook's name.
    const host = await nodeHost(join(process.cwd(), "notebook.ipynb"));
    new CellsThread(host, new FrontLink(front, flags, text), flags).#listen(front);
  }

  constructor(host: SessionHost, link: FrontLink, flags: Int32Array) {
    this.#flags = flags;
    this.#link = link;
    this.#comms = new Comms(this.#publish);
    this.#line = new InputLine((prompt, password) => {
      this.#tell({ type: "input-request", ticket: this.#runs.scope.ticket, prompt, password });
    });
    this.#runs = new CellRuns<RequestScope>({
      ...host,
      scopes: nodeScopes,
      nobody: this.#scopeFor({ ticket: 0, id: "", source: "", allowStdin: false }),
      broadcast: this.#publish,
      stops: { flag: flags, turn: outsideTimers(flags) },
      control: widgetControl(this.#comms, {
        display: (value) => this.#runs.session.globals.display(value),
        fail: (error) => this.#runs.failLate(error),
        cell: () => this.#runs.scope,
        bind: nodeScopes.bind,
      }),
      ask: async (prompt, isPassword) => {
        if (this.#runs.scope.allowStdin) return this.#line.ask(prompt, isPassword);
        throw new Error("Cannot ask for input: this front end does not answer questions");
      },
    });
  }

  #listen(front: Worker): void {
    const [runs, link, flags] = [this.#runs, this.#link, this.#flags];
    catchStreams(() => runs.outputs);
    // What was written is read before more is: a pipe does not tell what came when.
    afterDescriptorWrites(() => link.tellAndWait({ type: "written", ticket: runs.scope.ticket }));
    trackScopes((active) => Atomics.store(flags, shared.inTimer, active ? 1 : 0));
    catchFailures(runs.failLate);

    const onSigint = (): void => this.#tell({ type: "interrupt" });
    keepListening("SIGINT", onSigint); // also lets the process live where the protocol thread sees the signal
    const exit = process.exit.bind(process);
    process.exit = (code): never => {
      this.#tell({ type: "exit", ticket: runs.scope.ticket, call: `process.exit(${code ?? ""})` });
      Atomics.wait(flags, shared.mayExit, 0, 5000);
      return exit(code);
    };
    front.on("message", (message: ToCells) => {
      if (message.type === "sigint") {
        for (const listener of process.listeners("SIGINT"))
          if (listener !== onSigint) listener.call(process, "SIGINT");
      } else if (message.type === "shutdown") exit(0);
      else if (message.type === "rest") this.#rest();
      else this.receive(message);
    });
    this.#tell({ type: "ready" });
  }

  /** A message from the protocol thread. */
  receive(message: Message<"execute" | "cut" | "comm" | "input">): void {
    switch (message.type) {
      case "execute":
        void this.#execute(message);
        break;
      case "cut":
        this.#cut(message.ticket);
        break;
      case "comm":
        void this.#receiveComm(message);
        break;
      case "input":
        this.#line.receive(message.text);
    }
  }

  #rest(): void {
    // What a cell holds may be large, and going through it would take a while.
    if (!this.#job && getHeapStatistics().used_heap_size < mostToGoThrough) collectGarbage();
  }

  async #execute(message: Message<"execute">): Promise<void> {
    const { ticket, cellId, source, userExpressions, allowStdin } = message;
    if (ticket <= this.#begun) return; // stopped before it came
    const runs = this.#runs;
    const own = this.#begin(
      { ticket, id: cellId, source, allowStdin },
      (outcome = runs.interrupted(own.scope), values = {}, leaves = false) =>
        this.#tell({ type: "done", ticket, outcome, userExpressions: values, leaves }),
    );
    if (await isFarewell(runs.session, source)) {
      own.end({ status: "ok", executionCount: 0 }, {}, true);
      return;
    }
    const outcome = await runs.run(own.scope);
    const values: Record<string, unknown> = {};
    if (outcome.status === "ok") {
      for (const [name, expression] of Object.entries(userExpressions))
        values[name] = await runs.run(own.scope, () => evaluate(runs.session, expression));
    }
    // One turn of the event loop: a rejection that nobody handles is still this cell's.
    soon(() => own.end(outcome, values));
  }

  async #receiveComm({ ticket, kind, content, buffers }: Message<"comm">): Promise<void> {
    if (ticket <= this.#begun) return; // stopped before it came
    // What a control's listener prints belongs to the message that called it.
    const request = { ticket, id: "widget", source: "", allowStdin: false };
    const own = this.#begin(request, () => this.#tell({ type: "comm-done", ticket }));
    try {
      await this.#runs.run(own.scope, () => this.#comms.receive(kind, content, buffers));
    } catch (error) {
      this.#runs.failed(own.scope, error);
    }
    own.end();
  }

  /**
   * Whatever the cell does, its end is announced after this. JavaScript may have been cut off anywhere, also in
   * the lines above: then nobody else is left to say it.
   */
  #cut(ticket: number): void {
    const own = this.#job;
    if (own?.scope.ticket === ticket) {
      this.#runs.stop(own.scope);
      this.#line.cancel();
      later(() => own.end(), stopMs);
    } else if (ticket > this.#begun) {
      this.#begun = ticket;
      const scope = this.#scopeFor({ ticket, id: "", source: "", allowStdin: false });
      this.#tell({ type: "done", ticket, outcome: this.#runs.interrupted(scope), userExpressions: {} });
      this.#tell({ type: "comm-done", ticket });
    }
  }

  #begin(request: ScopedRequest, announceEnd: (...how: Parameters<Job["end"]>) => void): Job {
    const scope = this.#scopeFor(request);
    Atomics.store(this.#flags, shared.interrupt, 0);
    Atomics.store(this.#flags, shared.inTimer, 0); // a message has a turn of its own
    this.#runs.begin(scope);
    this.#begun = request.ticket;
    const job: Job = {
      scope,
      end: (...how) => {
        if (this.#job !== job) return;
        announceEnd(...how);
        if (scope.stopped) scope.outputs.close();
        this.#job = undefined;
      },
    };
    this.#job = job;
    return job;
  }

  #scopeFor(request: ScopedRequest): RequestScope {
    return requestScope(request, this.#link);
  }

  #tell(message: ToProtocol): void {
    this.#link.tell(message);
  }

  readonly #publish = (
    messageType: string,
    content: Content,
    metadata?: Content,
    buffers?: readonly Uint8Array[],
  ): void =>
    this.#tell({
      type: "publish",
      ticket: this.#runs.scope.ticket,
      messageType,
      content,
      ...(metadata && { metadata }),
      ...(buffers && { buffers }),
    });
}
