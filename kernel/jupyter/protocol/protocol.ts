import { logLine } from "../shared/logLine.ts";
import type { Message } from "../shared/message.ts";
import type { Written } from "../shared/textRing.ts";
import type { ToProtocol } from "../shared/threads.ts";
import { answer } from "./answers.ts";
import { type ExecutionHost, Executions } from "./executions.ts";
import { faultOf } from "./faultOf.ts";
import { History } from "./history.ts";
import { isComm } from "./isComm.ts";
import { Publisher } from "./publisher.ts";
import type { Transport } from "./transport.ts";
import { fromFrames, type Signing, WireError } from "./wire.ts";

/** What the protocol asks of its surroundings. */
export interface ProtocolHost extends ExecutionHost {
  readonly signing: Signing;
  /** Stops the running cell. */
  interrupt(): Promise<void>;
  /** Ends the process. */
  exit(): void;
  /** File that keeps the history; none keeps it for the session only. */
  readonly historyPath?: string;
}

/** How long after the start the type checker begins to load: the first cell comes first. */
const calmMs = 300;
/** How long requests wait for somebody to hear the outputs. */
const hearerMs = 1000;

/** The kernel's side of the Jupyter protocol over messages: it opens no socket and runs no cell. */
export class Protocol {
  readonly #host: ProtocolHost;
  readonly #publisher: Publisher;
  readonly #history: History;
  readonly #executions: Executions;
  /**
   * What came on shell before anybody heard the outputs. A client's channels connect each in its own time; one whose
   * outputs come last would miss the first answer's `idle`, and wait for it for ever.
   */
  #early: (readonly Uint8Array[])[] | undefined = [];

  constructor(transport: Transport, host: ProtocolHost) {
    this.#host = host;
    this.#publisher = new Publisher(transport, host.signing);
    this.#history = new History(host.historyPath);
    this.#executions = new Executions(this.#publisher, host, this.#history);
  }

  /** A client has subscribed to the outputs. The first is told that the kernel starts. */
  welcome(topic: Uint8Array): void {
    this.#publisher.welcome(topic);
    if (this.#early) this.#publisher.status(undefined, "starting");
    this.#answerEarly();
  }

  #answerEarly(): void {
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const frames of early) this.receive("shell", frames);
  }

  /** A message from a client. What cannot be read or trusted is dropped with a word in the log. */
  receive(channel: "shell" | "control" | "stdin", frames: readonly Uint8Array[]): void {
    if (channel === "shell" && this.#early) {
      if (this.#early.length === 0) setTimeout(() => this.#answerEarly(), hearerMs);
      this.#early.push(frames);
      return;
    }
    let message: Message;
    try {
      message = fromFrames(frames, this.#host.signing);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      logLine(`A message on ${channel} was dropped: ${error.message}`);
      return;
    }
    const type = message.header.msg_type;
    const fault = faultOf(message);
    if (channel === "stdin") {
      if (type === "input_reply" && fault === undefined)
        this.#host.tell({ type: "input", text: String(message.content.value ?? "") });
    } else if (fault !== undefined) {
      this.#refuse(channel, message, fault);
    } else if (channel === "shell" && (type === "execute_request" || isComm(message))) {
      this.#executions.add(message);
    } else {
      void this.#answer(channel, message);
    }
  }

  /** A message from the thread that runs the cells. */
  hear(message: ToProtocol): void {
    switch (message.type) {
      case "publish":
        this.#executions.output(message);
        break;
      case "input-request":
        this.#executions.askForInput(message.ticket, message.prompt, message.password);
        break;
      case "done":
        void this.#executions.finish(message);
        break;
      case "comm-done":
        this.#executions.finishComm(message.ticket);
        break;
      case "ready":
        setTimeout(() => this.#host.language.start(), calmMs);
        break;
    }
  }

  /** The request that a cell is running for. */
  get runningTicket(): number | undefined {
    return this.#executions.running?.ticket;
  }

  /** Stops the running cell and gives back those that wait. */
  async interrupt(): Promise<void> {
    if (!this.#executions.running) return;
    this.#executions.abortWaiting();
    await this.#host.interrupt();
  }

  /** From the thread of the cells: text that a cell has written. */
  print(written: Written): void {
    this.#executions.print(written);
  }

  /** Text that came by a file descriptor: a child's, or of code that is no JavaScript. The newest cell's, unless known. */
  printDescriptor(name: "stdout" | "stderr", text: string, ticket: number = this.#executions.newest): void {
    this.#executions.print({ ticket, name, text });
  }

  /** Says a last word for a cell; resolves when it has left. */
  async die(ticket: number, name: string, why: string): Promise<void> {
    this.#executions.die(ticket, name, why);
    await this.#publisher.flush();
  }

  /** Answers a request whose content makes no sense. */
  #refuse(channel: "shell" | "control", request: Message, evalue: string): void {
    this.#publisher.status(request, "busy");
    const type = request.header.msg_type;
    const ename = "TypeError";
    const content = { status: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
    if (type.endsWith("_request"))
      this.#publisher.send(channel, request, type.replace(/_request$/, "_reply"), content);
    this.#publisher.status(request, "idle");
  }

  /** Requests that need no cell: they are answered at once, also while a cell runs. */
  async #answer(channel: "shell" | "control", request: Message): Promise<void> {
    this.#publisher.status(request, "busy");
    const type = request.header.msg_type;
    const content = await answer(request, {
      language: this.#host.language,
      history: this.#history,
      comms: this.#executions.comms,
      interrupt: () => this.interrupt(),
    });
    const isShutdown = type === "shutdown_request";
    this.#executions.flush();
    if (type.endsWith("_request")) {
      this.#publisher.send(channel, request, type.replace(/_request$/, "_reply"), content);
    }
    if (isShutdown) this.#publisher.publish(request, "shutdown_reply", content);
    this.#publisher.status(request, "idle");
    // A front end shows the newest status: the cell that runs is still running.
    const { running } = this.#executions;
    if (running) this.#publisher.status(running.request, "busy");
    if (isShutdown) {
      await this.#publisher.flush();
      this.#host.exit();
    }
  }
}
