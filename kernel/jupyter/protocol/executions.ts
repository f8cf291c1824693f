import type { CellDiagnostic } from "../../check/cellDiagnostics.ts";
import { showDiagnostics } from "../../check/showDiagnostics.ts";
import { typePolicy } from "../../check/typePolicy.ts";
import { typeRefusal } from "../../check/typeRefusal.ts";
import type { LanguageClient } from "../language/languageClient.ts";
import { exitWord } from "../shared/exitWord.ts";
import type { Content, Message } from "../shared/message.ts";
import type { Written } from "../shared/textRing.ts";
import type { ToCells, ToProtocol } from "../shared/threads.ts";
import { CellCheck } from "./cellCheck.ts";
import { helpPage, helpWord } from "./helpPage.ts";
import type { History } from "./history.ts";
import { isComm } from "./isComm.ts";
import type { Publisher } from "./publisher.ts";
import { RequestOutputs } from "./requestOutputs.ts";
import { showsLateOutputs } from "./showsLateOutputs.ts";
import { WaitingRequests } from "./waitingRequests.ts";

/** What executions need besides the wire. */
export interface ExecutionHost {
  /** To the thread that runs the cells. */
  tell(message: ToCells): void;
  readonly language: LanguageClient;
  /** What a type error means, unless the cell says otherwise: "error", "warn" or "off". */
  readonly types?: string | undefined;
}

type CellDone = Extract<ToProtocol, { type: "done" }>;

interface Running {
  readonly request: Message;
  readonly ticket: number;
  readonly count: number;
  readonly stopOnError: boolean;
  /** The type checker's words on the cell. */
  check?: CellCheck;
  /** Its end is under way. */
  ended?: boolean;
}

const arrivalMs = 10; // how long what a client has sent may take to arrive

/**
 * The requests that run code, one at a time and in order: cells and widget messages.
 * `idle` leaves after everything that belongs to its request.
 */
export class Executions {
  readonly #publisher: Publisher;
  readonly #host: ExecutionHost;
  readonly #history: History;
  readonly #outputs: RequestOutputs;
  readonly #waiting = new WaitingRequests();
  /** Open comms: id to target name. */
  readonly comms: Map<string, string> = new Map();
  #running: Running | undefined;
  #count = 0;
  #ticket = 0;

  constructor(publisher: Publisher, host: ExecutionHost, history: History) {
    this.#publisher = publisher;
    this.#host = host;
    this.#history = history;
    this.#outputs = new RequestOutputs(publisher);
  }

  get running(): { readonly request: Message; readonly ticket: number } | undefined {
    return this.#running;
  }

  /** The request that began last. */
  get newest(): number {
    return this.#ticket;
  }

  add(request: Message): void {
    this.#waiting.add(request);
    this.#next();
  }

  /** Sends what cells have printed so far. */
  flush(): void {
    this.#outputs.flush();
  }

  /** From the thread of the cells: an output. */
  output(output: Extract<ToProtocol, { type: "publish" }>): void {
    const { ticket, messageType, content } = output;
    if (messageType === "comm_open") this.comms.set(String(content.comm_id), String(content.target_name));
    if (messageType === "comm_close") this.comms.delete(String(content.comm_id));
    const isOwnResult = messageType === "execute_result" && this.#running?.ticket === ticket;
    const count = this.#running?.count;
    this.#outputs.show(isOwnResult ? { ...output, content: { ...content, execution_count: count } } : output);
  }

  /** From the thread of the cells: text. */
  print(written: Written): void {
    this.#outputs.print(written);
  }

  /** From the thread of the cells: a cell wants a line from the user. */
  askForInput(ticket: number, prompt: string, password: boolean): void {
    const request = this.#outputs.request(ticket);
    if (!request) return;
    this.#outputs.flush();
    this.#publisher.send("stdin", request, "input_request", { prompt, password });
  }

  /** From the thread of the cells: the cell is at its end. */
  async finish({ ticket, outcome, userExpressions, leaves }: CellDone): Promise<void> {
    const running = this.#running;
    if (running?.ticket !== ticket || running.ended || isComm(running.request)) return;
    running.ended = true;
    running.check?.end(outcome.status === "ok" ? undefined : outcome.failure);
    if (this.#host.language.isWarm && !showsLateOutputs(running.request)) await running.check?.answered; // else: later
    // A stopped cell keeps what it declared, a failed one does not.
    const keepsNames = outcome.status === "ok" || outcome.failure.name === "Interrupted";
    this.#host.language[keepsNames ? "add" : "addFailed"](String(running.request.content.code ?? ""));
    if (outcome.status === "ok") {
      const payload = leaves ? [{ source: "ask_exit", keepkernel: false }] : [];
      this.#reply(running, { status: "ok", user_expressions: userExpressions, payload });
    } else {
      const { ename, evalue, traceback } = outcome.failure.output;
      this.#fail(running, { ename, evalue, traceback });
    }
  }

  /** From the thread of the cells: a widget's message is dealt with. */
  finishComm(ticket: number): void {
    const running = this.#running;
    if (running?.ticket !== ticket || !isComm(running.request)) return;
    this.#outputs.flush();
    this.#publisher.status(running.request, "idle");
    this.#running = undefined;
    this.#next();
  }

  /** Gives back, unrun, the cells that wait: after a failure or an interrupt. */
  abortWaiting(): void {
    this.#waiting.giveBackCells(this.#publisher, this.#count);
  }

  /** Says a last word in a cell and gives back what waits: the process is about to end. */
  die(ticket: number, name: string, why: string): void {
    const content = { ename: name, evalue: why, traceback: [`${name}: ${why}`] };
    this.#outputs.say(ticket, "error", content);
    this.abortWaiting();
    this.#waiting.clear();
    const running = this.#running;
    if (running && !running.ended) this.#reply(running, { status: "error", ...content });
  }

  #next(): void {
    if (this.#running) return;
    const request = this.#waiting.take();
    if (!request) return;
    this.#ticket += 1;
    const ticket = this.#ticket;
    this.#outputs.remember(ticket, request);
    this.#publisher.status(request, "busy");
    if (isComm(request)) this.#startComm(request, ticket);
    else this.#startCell(request, ticket);
  }

  #startComm(request: Message, ticket: number): void {
    const { content, metadata, buffers, header } = request;
    this.#running = { request, ticket, count: this.#count, stopOnError: false };
    const kind = header.msg_type as "comm_open" | "comm_msg" | "comm_close";
    if (kind === "comm_open") this.comms.set(String(content.comm_id), String(content.target_name));
    if (kind === "comm_close") this.comms.delete(String(content.comm_id));
    this.#host.tell({ type: "comm", ticket, kind, content, metadata, buffers });
  }

  #startCell(request: Message, ticket: number): void {
    const { content } = request;
    const source = String(content.code ?? "");
    const silent = content.silent === true;
    const storeHistory = !silent && content.store_history !== false;
    if (storeHistory) this.#count += 1;
    const count = this.#count;
    this.#running = { request, ticket, count, stopOnError: content.stop_on_error !== false };
    if (!silent) this.#outputs.publish(ticket, "execute_input", { code: source, execution_count: count });
    const help = helpWord(source);
    if (help === undefined) void this.#run(this.#running, source);
    else void this.#page(this.#running, help);
    if (storeHistory && source.trim() !== "") this.#history.add(count, source); // while the cell runs
  }

  async #run(running: Running, source: string): Promise<void> {
    const { request, ticket, count } = running;
    const { content } = request;
    const policy = exitWord(source) === undefined ? typePolicy(source, this.#host.types) : "off";
    if (policy === "warn" && content.silent !== true) {
      const found = this.#host.language.diagnose(source, !showsLateOutputs(request));
      running.check = new CellCheck(found, (untold) => this.#note(ticket, source, untold));
    }
    if (policy === "error") {
      this.#host.language.start();
      const found = await this.#host.language.diagnose(source, true);
      if (this.#running !== running || running.ended) return; // stopped meanwhile
      const refusal = typeRefusal(source, found);
      if (refusal) {
        this.#outputs.say(ticket, "error", { ...refusal }); // so that a saved notebook tells the failure too
        this.#fail(running, { ...refusal });
        return;
      }
      this.#note(ticket, source, found ?? []); // warnings
    }
    this.#host.tell({
      type: "execute",
      ticket,
      cellId: `[${count}]`, // the number that stands beside it; front ends do not show the cell's id
      source,
      userExpressions: (content.user_expressions ?? {}) as Record<string, string>,
      allowStdin: content.allow_stdin !== false,
    });
  }

  #note(ticket: number, source: string, found: readonly CellDiagnostic[]): void {
    if (found.length === 0) return;
    const data = showDiagnostics(source, found);
    this.#outputs.say(ticket, "display_data", { data, metadata: {}, transient: {} });
  }

  async #page(running: Running, name: string): Promise<void> {
    const page = await helpPage(this.#host.language, name);
    if (this.#running !== running || running.ended) return; // stopped meanwhile
    this.#reply(running, page);
  }

  #fail(running: Running, content: Content): void {
    running.ended = true;
    const reply = { status: "error", ...content };
    if (!running.stopOnError) {
      this.#reply(running, reply);
      return;
    }
    // What a client sends before it hears of the error is to be given back: let what is under way arrive.
    setTimeout(() => this.#reply(running, reply, () => this.abortWaiting()), arrivalMs);
  }

  /** @param beforeNext done before the next request starts */
  #reply({ request, count }: Running, content: Content, beforeNext: () => void = () => {}): void {
    this.#outputs.flush();
    this.#publisher.send("shell", request, "execute_reply", { ...content, execution_count: count });
    this.#publisher.status(request, "idle");
    beforeNext();
    this.#running = undefined;
    this.#next();
  }
}
