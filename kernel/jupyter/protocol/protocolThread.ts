import { join } from "node:path";
import type { MessagePort } from "node:worker_threads";
import type { Descriptors } from "../../node/takeDescriptors.ts";
import type { languageClient } from "../language/languageClient.ts";
import { jupyterDataFolder } from "../shared/kernelFolder.ts";
import { sigintWatch } from "../shared/sigintWatch.ts";
import { TextRing } from "../shared/textRing.ts";
import { shared, type ToCells, type ToProtocol } from "../shared/threads.ts";
import type { readConnection } from "./connection.ts";
import { DescriptorOutputs } from "./descriptorOutputs.ts";
import { killChildren } from "./killChildren.ts";
import { Protocol } from "./protocol.ts";
import { StopSequence } from "./stopSequence.ts";
import type { Transport } from "./transport.ts";

/** What the thread is given: memory shared with the cells, and the descriptors that they write to. */
export interface ThreadData {
  readonly connectionFile: string;
  readonly shared: SharedArrayBuffer;
  readonly text: SharedArrayBuffer;
  readonly descriptors?: Descriptors;
}

/** What the thread talks to, one in each direction. */
export interface Surroundings {
  readonly cells: MessagePort;
  readonly transport: Transport;
  readonly signing: ReturnType<typeof readConnection>["signing"];
  readonly language: ReturnType<typeof languageClient>;
}

/** How often is looked for SIGINT. */
const lookMs = 50;

/**
 * The protocol thread: requests to the cells, outputs from them, in order; stops, and the end of the process. It stays
 * live while a cell keeps the main thread busy.
 */
export class ProtocolThread {
  readonly #flags: Int32Array;
  readonly #text: TextRing;
  readonly #cells: MessagePort;
  readonly #transport: Transport;
  readonly #protocol: Protocol;
  readonly #stops: StopSequence;
  readonly #descriptors: DescriptorOutputs;
  readonly #cellsReady = Promise.withResolvers<void>();
  readonly #hasSigint = sigintWatch();

  constructor({ shared: memory, text, descriptors }: ThreadData, around: Surroundings) {
    const { cells, transport, signing, language } = around;
    this.#flags = new Int32Array(memory);
    this.#text = new TextRing(text);
    this.#cells = cells;
    this.#transport = transport;
    this.#stops = new StopSequence({
      flags: this.#flags,
      cellsReady: this.#cellsReady.promise,
      post: (message) => this.#post(message),
      running: () => this.#protocol.runningTicket,
      killChildren,
      end: (...how) => this.#end(...how),
    });
    this.#protocol = new Protocol(transport, {
      signing,
      tell: (message) => {
        if (message.type === "execute") this.#hasSigint?.(); // what came before the cell had nothing to stop
        this.#stops.tell(message);
      },
      interrupt: () => this.#stops.stop(),
      language,
      exit: () => void this.#exit(),
      historyPath: join(jupyterDataFolder(), "genloss", "history.jsonl"),
      types: process.env.GENLOSS_TYPES,
    });
    this.#descriptors = new DescriptorOutputs(descriptors, {
      isBehind: () => this.#isBehind(),
      catchUp: () => this.#readText(this.#text.position),
      print: (...written) => this.#protocol.printDescriptor(...written),
    });
  }

  /** Hears the cells and the clients from now on. */
  listen(): void {
    this.#cells.on("message", (message: ToProtocol) => this.#receive(message));
    this.#transport.listen({
      onFrames: (channel, frames) => this.#protocol.receive(channel, frames),
      onSubscription: (topic) => this.#protocol.welcome(topic),
    });
    const hasSigint = this.#hasSigint;
    if (!hasSigint) return;
    setInterval(() => {
      if (hasSigint()) this.#onSigint();
    }, lookMs).unref();
  }

  #receive(message: ToProtocol): void {
    if (message.type !== "text") {
      this.#hear(message);
      Atomics.store(this.#flags, shared.taken, message.number ?? 0);
      Atomics.notify(this.#flags, shared.taken);
      this.#descriptors.settle();
    }
    // Text is read ahead only while no message is under way that may have to come before it.
    const position = this.#text.look();
    if (!this.#isBehind()) this.#readText(position);
  }

  #hear(message: ToProtocol): void {
    this.#readText(message.after ?? this.#text.position);
    if (message.type === "written") this.#descriptors.drain(message.ticket);
    else if (message.type === "done" || message.type === "exit") this.#descriptors.drain();
    if (message.type === "ready") this.#cellsReady.resolve();
    if (message.type === "interrupt") void this.#protocol.interrupt();
    else if (message.type === "exit") {
      const why = `${message.call} ended the kernel. It starts anew, without the names of earlier cells`;
      void this.#end(message.ticket, "KernelExit", why);
    } else this.#protocol.hear(message);
  }

  /**
   * Acts on SIGINT, seen also while a cell is busy. Jupyter itself asks by message. Listeners of a cell's own hear it as
   * well, whatever runs: it may have come before the cell that runs by now.
   */
  #onSigint(): void {
    if (this.#protocol.runningTicket !== undefined) void this.#protocol.interrupt();
    this.#post({ type: "sigint" });
  }

  #post(message: ToCells): void {
    this.#cells.postMessage(message);
  }

  /** Takes what cells have written, up to a place. */
  #readText(upTo: number): void {
    for (const written of this.#text.read(upTo)) this.#protocol.print(written);
  }

  /** Whether the cells' thread has said more than was heard so far. */
  #isBehind(): boolean {
    return Atomics.load(this.#flags, shared.sent) !== Atomics.load(this.#flags, shared.taken);
  }

  /** Says a last word for a cell, and ends the process. */
  async #end(ticket: number, name: string, why: string): Promise<void> {
    await this.#protocol.die(ticket, name, why);
    await this.#exit();
  }

  /** Ends the process, also when a cell keeps its thread busy and hears nothing. */
  async #exit(): Promise<void> {
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 500);
    await this.#transport.close();
    Atomics.store(this.#flags, shared.mayExit, 1);
    Atomics.notify(this.#flags, shared.mayExit);
    this.#post({ type: "shutdown" });
  }
}
