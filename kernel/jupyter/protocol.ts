import { randomUUID } from "node:crypto";
import type { CellOutcome } from "../session/session.ts";
import { History } from "./history.ts";
import { isComplete } from "./isComplete.ts";
import { kernelInfo } from "./kernelInfo.ts";
import type { LanguageClient } from "./languageClient.ts";
import { type Content, type Header, type Message, protocolVersion } from "./message.ts";
import { StreamBuffer } from "./streamBuffer.ts";
import type { ToCells, ToProtocol } from "./threads.ts";
import type { SocketChannel, Transport } from "./transport.ts";
import { fromFrames, type Signing, toFrames, WireError } from "./wire.ts";

/** What the protocol asks of its surroundings. */
export interface ProtocolHost {
  readonly signing: Signing;
  /** To the thread that runs the cells. */
  tell(message: ToCells): void;
  /** Stops the running cell; resolves when it has stopped. */
  interrupt(): Promise<void>;
  readonly language: LanguageClient;
  /** Ends the process. */
  exit(): void;
  readonly historyPath?: string;
}

interface Running {
  readonly request: Message;
  readonly ticket: number;
  readonly silent: boolean;
  readonly storeHistory: boolean;
  readonly stopOnError: boolean;
  readonly count: number;
}

/**
 * The kernel's side of the Jupyter protocol, as a state machine over messages: it opens no socket and runs
 * no cell. `idle` leaves after everything that belongs to its request.
 */
export class Protocol {
  readonly #host: ProtocolHost;
  readonly #transport: Transport;
  readonly #session: string = randomUUID();
  readonly #history: History;
  readonly #streams: StreamBuffer;
  readonly #queue: Message[] = [];
  readonly #comms = new Map<string, string>();
  /** Requests by ticket: outputs name them, also long after the reply. */
  readonly #requests = new Map<number, Message>();
  #running: Running | undefined;
  #count = 0;
  #ticket = 0;

  constructor(transport: Transport, host: ProtocolHost) {
    this.#transport = transport;
    this.#host = host;
    this.#history = new History(host.historyPath);
    this.#streams = new StreamBuffer((ticket, name, text) => this.#publish(ticket, "stream", { name, text }));
    this.#publishFor(undefined, "status", { execution_state: "starting" });
  }

  welcome(topic: Uint8Array): void {
    const content = { subscription: Buffer.from(topic).toString("utf8") };
    this.#transport.send("iopub", this.#frames("iopub_welcome", content, undefined, [topic]));
  }

  /** A message from a client. What cannot be read or trusted is dropped with a word in the log. */
  receive(channel: "shell" | "control" | "stdin", frames: readonly Uint8Array[]): void {
    let message: Message;
    try {
      message = fromFrames(frames, this.#host.signing);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      console.error(`A message on ${channel} was dropped: ${error.message}`);
      return;
    }
    if (channel === "stdin") {
      if (message.header.msg_type === "input_reply")
        this.#host.tell({ type: "input", text: String(message.content.value ?? "") });
    } else if (channel === "shell" && (message.header.msg_type === "execute_request" || isComm(message))) {
      this.#queue.push(message);
      this.#next();
    } else {
      void this.#answer(channel, message);
    }
  }

  /** A message from the thread that runs the cells. */
  hear(message: ToProtocol): void {
    switch (message.type) {
      case "publish":
        if (message.messageType === "stream") {
          const { name, text } = message.content as { name: string; text: string };
          if (!this.#isSilent(message.ticket)) this.#streams.write(message.ticket, name, text);
        } else {
          this.#streams.flush();
          if (!this.#isSilent(message.ticket) || message.messageType.startsWith("comm"))
            this.#publishAny(message);
        }
        break;
      case "input-request":
        this.#askForInput(message.ticket, message.prompt, message.password);
        break;
      case "done":
        this.#finish(message.ticket, message.outcome, message.userExpressions);
        break;
      case "comm-done":
        this.#streams.flush();
        this.#status(this.#requests.get(message.ticket), "idle");
        this.#running = undefined;
        this.#next();
        break;
      case "ready":
        break;
    }
  }

  /** The request that a cell is running for. */
  get runningTicket(): number | undefined {
    return this.#running?.ticket;
  }

  /** Answers the running request with a last word: the process is about to end, and Jupyter starts a new one. */
  async die(why: string): Promise<void> {
    const running = this.#running;
    if (running) {
      const content = { ename: "DeadKernel", evalue: why, traceback: [why] };
      this.#streams.flush();
      this.#publish(running.ticket, "error", content);
      this.#reply(running, { status: "error", ...content });
      this.#abortQueue();
    }
    await this.#transport.flush();
  }

  /** Starts the next queued request, one at a time. */
  #next(): void {
    if (this.#running) return;
    const request = this.#queue.shift();
    if (!request) return;
    this.#ticket += 1;
    const ticket = this.#ticket;
    this.#requests.set(ticket, request);
    this.#requests.delete(ticket - 1000); // late output of a cell this old goes without a parent
    const { content } = request;
    this.#status(request, "busy");
    if (isComm(request)) {
      this.#running = {
        request,
        ticket,
        silent: false,
        storeHistory: false,
        stopOnError: false,
        count: this.#count,
      };
      this.#noteComm(request);
      const kind = request.header.msg_type as "comm_open" | "comm_msg" | "comm_close";
      this.#host.tell({
        type: "comm",
        ticket,
        kind,
        content,
        metadata: request.metadata,
        buffers: request.buffers,
      });
      return;
    }
    const silent = content.silent === true;
    const storeHistory = !silent && content.store_history !== false;
    if (storeHistory) this.#count += 1;
    const source = String(content.code ?? "");
    const count = this.#count;
    this.#running = {
      request,
      ticket,
      silent,
      storeHistory,
      stopOnError: content.stop_on_error !== false,
      count,
    };
    if (!silent) this.#publish(ticket, "execute_input", { code: source, execution_count: count });
    if (storeHistory && source.trim() !== "") this.#history.add(count, source);
    const help = /^\s*([\w$.]+)\?{1,2}\s*$/.exec(source)?.[1];
    if (help !== undefined) {
      void this.#page(help);
      return;
    }
    const cellId = typeof request.metadata.cellId === "string" ? request.metadata.cellId : `[${count}]`;
    const userExpressions = (content.user_expressions ?? {}) as Record<string, string>;
    this.#host.tell({
      type: "execute",
      ticket,
      cellId,
      source,
      userExpressions,
      allowStdin: content.allow_stdin !== false,
    });
  }

  #finish(ticket: number, outcome: CellOutcome, userExpressions: Content): void {
    const running = this.#running;
    if (running?.ticket !== ticket) return;
    if (outcome.status === "ok") {
      this.#reply(running, { status: "ok", user_expressions: userExpressions, payload: [] });
      this.#host.language.add(String(running.request.content.code ?? ""));
    } else {
      const { ename, evalue, traceback } = outcome.failure.output;
      this.#reply(running, { status: "error", ename, evalue, traceback });
      if (running.stopOnError) this.#abortQueue();
    }
    this.#next();
  }

  #reply({ request, count }: Running, content: Content): void {
    this.#streams.flush();
    this.#send("shell", request, "execute_reply", { ...content, execution_count: count });
    this.#status(request, "idle");
    this.#running = undefined;
  }

  /** `name?` shows what is known of a name in the front end's pager. */
  async #page(name: string): Promise<void> {
    const running = this.#running;
    if (!running) return;
    const answer = await this.#host.language.ask("inspect", {
      code: name,
      cursor_pos: name.length,
      detail_level: 1,
    });
    const data = answer?.found === true ? answer.data : { "text/plain": `Nothing is known of ${name}` };
    this.#reply(running, {
      status: "ok",
      user_expressions: {},
      payload: [{ source: "page", data, start: 0 }],
    });
    this.#next();
  }

  /** After a failed cell, those already waiting are given back unrun. */
  #abortQueue(): void {
    const waiting = this.#queue.splice(0);
    for (const request of waiting) {
      if (isComm(request)) {
        this.#queue.push(request);
        continue;
      }
      this.#status(request, "busy");
      this.#send("shell", request, "execute_reply", { status: "aborted", execution_count: this.#count });
      this.#status(request, "idle");
    }
  }

  /** Requests that need no cell: they are answered at once, also while a cell runs. */
  async #answer(channel: "shell" | "control", request: Message): Promise<void> {
    this.#status(request, "busy");
    const type = request.header.msg_type;
    let content: Content;
    try {
      content = await this.#contentFor(channel, request);
    } catch (error) {
      const { name, message } = error as Error;
      content = { status: "error", ename: name, evalue: message, traceback: [] };
    }
    const isShutdown = type === "shutdown_request";
    this.#streams.flush();
    if (type.endsWith("_request")) this.#send(channel, request, type.replace(/_request$/, "_reply"), content);
    if (isShutdown) this.#publishFor(request, "shutdown_reply", content);
    this.#status(request, "idle");
    // A front end shows the newest status: the cell that runs is still running.
    if (this.#running) this.#status(this.#running.request, "busy");
    if (isShutdown) {
      await this.#transport.flush();
      this.#host.exit();
    }
  }

  async #contentFor(channel: "shell" | "control", { header, content }: Message): Promise<Content> {
    switch (header.msg_type) {
      case "kernel_info_request":
        return kernelInfo();
      case "is_complete_request":
        return { ...isComplete(String(content.code ?? "")) };
      case "history_request":
        return { status: "ok", history: this.#history.answer(content) };
      case "comm_info_request": {
        const target = content.target_name;
        const wanted = [...this.#comms].filter(([, name]) => typeof target !== "string" || name === target);
        return {
          status: "ok",
          comms: Object.fromEntries(wanted.map(([id, name]) => [id, { target_name: name }])),
        };
      }
      case "complete_request": {
        const at = Number(content.cursor_pos ?? 0);
        const none = { status: "ok", matches: [], cursor_start: at, cursor_end: at, metadata: {} };
        return (await this.#host.language.ask("complete", content)) ?? none;
      }
      case "inspect_request":
        return (
          (await this.#host.language.ask("inspect", content)) ?? {
            status: "ok",
            found: false,
            data: {},
            metadata: {},
          }
        );
      case "connect_request":
        return { status: "ok" };
      case "interrupt_request":
        await this.interrupt();
        return { status: "ok" };
      case "shutdown_request":
        return { status: "ok", restart: content.restart === true };
      case "debug_request":
        return {
          type: "response",
          request_seq: content.seq ?? 0,
          seq: 0,
          success: false,
          command: content.command ?? "",
          message: "This kernel has no debugger",
        };
      default:
        throw new Error(`${header.msg_type} on ${channel} is not known to this kernel`);
    }
  }

  /** Stops the running cell and gives back those that wait. */
  async interrupt(): Promise<void> {
    if (!this.#running) return;
    this.#abortQueue();
    await this.#host.interrupt();
  }

  #askForInput(ticket: number, prompt: string, password: boolean): void {
    const request = this.#requests.get(ticket);
    if (!request) return;
    this.#streams.flush();
    this.#send("stdin", request, "input_request", { prompt, password });
  }

  #isSilent(ticket: number): boolean {
    return this.#requests.get(ticket)?.content.silent === true;
  }

  #publishAny({
    ticket,
    messageType,
    content,
    metadata,
    buffers,
  }: Extract<ToProtocol, { type: "publish" }>): void {
    if (messageType === "comm_open") this.#comms.set(String(content.comm_id), String(content.target_name));
    if (messageType === "comm_close") this.#comms.delete(String(content.comm_id));
    const counted =
      messageType === "execute_result" && this.#running?.ticket === ticket
        ? { ...content, execution_count: this.#running.count }
        : content;
    this.#publish(ticket, messageType, counted, metadata, buffers);
  }

  #noteComm({ header, content }: Message): void {
    if (header.msg_type === "comm_open")
      this.#comms.set(String(content.comm_id), String(content.target_name));
    if (header.msg_type === "comm_close") this.#comms.delete(String(content.comm_id));
  }

  #status(request: Message | undefined, state: "busy" | "idle"): void {
    this.#publishFor(request, "status", { execution_state: state });
  }

  #publish(
    ticket: number,
    type: string,
    content: Content,
    metadata?: Content,
    buffers?: readonly Uint8Array[],
  ): void {
    this.#publishFor(this.#requests.get(ticket), type, content, metadata, buffers);
  }

  #publishFor(
    request: Message | undefined,
    type: string,
    content: Content,
    metadata: Content = {},
    buffers: readonly Uint8Array[] = [],
  ): void {
    const topic = Buffer.from(`kernel.${this.#session}.${type}`);
    this.#transport.send("iopub", this.#frames(type, content, request, [topic], metadata, buffers));
  }

  #send(channel: SocketChannel, request: Message, type: string, content: Content): void {
    this.#transport.send(channel, this.#frames(type, content, request, request.identities));
  }

  #frames(
    type: string,
    content: Content,
    request: Message | undefined,
    identities: readonly Uint8Array[],
    metadata: Content = {},
    buffers: readonly Uint8Array[] = [],
  ): Uint8Array[] {
    const header: Header = {
      msg_id: randomUUID(),
      session: this.#session,
      username: "kernel",
      date: new Date().toISOString(),
      msg_type: type,
      version: protocolVersion,
    };
    const message: Message = {
      identities,
      header,
      parentHeader: request?.header,
      metadata,
      content,
      buffers,
    };
    return toFrames(message, this.#host.signing);
  }
}

const isComm = ({ header }: Message): boolean => /^comm_(?:open|msg|close)$/.test(header.msg_type);
