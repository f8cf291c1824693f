import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Dealer, Request, Subscriber } from "zeromq";
import { freePorts } from "../../../kernel/jupyter/install/freePorts.ts";
import { fromFrames, type Signing, toFrames } from "../../../kernel/jupyter/protocol/wire.ts";
import type { Content, Header, Message } from "../../../kernel/jupyter/shared/message.ts";
import type { Jupyter } from "./jupyter.ts";

export type PeerChannel = "shell" | "control" | "stdin";

export interface PeerOptions {
  readonly transport?: "tcp" | "ipc";
  /** Of the signatures; "" means none. */
  readonly key?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Connects to the outputs so long after the kernel has answered on control; undefined: never. At once by default. */
  readonly hearsAfterMs?: number | undefined;
}

/** How a kernel is started, as kernel.json has it. */
export type Command = Pick<Jupyter, "argv" | "env">;

export interface SendOptions {
  readonly channel?: PeerChannel;
  readonly metadata?: Content;
  readonly parent?: Header;
  readonly buffers?: readonly Uint8Array[];
}

/** Everything that has come for one request. */
export interface Exchange {
  readonly id: string;
  reply: Message | undefined;
  /** From `busy` to `idle`, both included. */
  readonly published: Message[];
  /** What came after `idle`. */
  readonly late: Message[];
  /** On the stdin channel. */
  readonly asked: Message[];
  idle: boolean;
}

/** How long a test waits for anything: the machine may be busy, so only a hang takes that long. */
const patienceMs = 60_000;

/** A front end that sees every frame: for what a well-behaved client hides. */
export class Peer {
  readonly process: ChildProcess;
  readonly signing: Signing;
  readonly session: string = randomUUID();
  readonly exchanges: Map<string, Exchange> = new Map();
  /** Messages on the output channel that belong to no request of ours. */
  readonly orphans: Message[] = [];
  /** How the process ended. */
  ended: { code: number | null; signal: NodeJS.Signals | null } | undefined;
  /** The last of what the process wrote to stderr. */
  words = "";
  readonly #sockets: Readonly<Record<PeerChannel, Dealer>>;
  readonly #iopub: Subscriber;
  readonly #heartbeat: Request;
  readonly #folder: string;
  readonly #wake = new Set<() => void>();
  readonly #hear: () => void;

  private constructor(kernel: Command, options: PeerOptions, ports: readonly number[]) {
    const { transport = "tcp", key = randomUUID(), env = {}, cwd = process.cwd() } = options;
    this.signing = { key, hash: "sha256" };
    this.#folder = mkdtempSync(join(tmpdir(), "peer-"));
    const ip = transport === "tcp" ? "127.0.0.1" : join(this.#folder, "ipc");
    const [shell, control, stdin, iopub, hb] = ports;
    const file = join(this.#folder, "connection.json");
    const addresses = {
      shell_port: shell,
      control_port: control,
      stdin_port: stdin,
      iopub_port: iopub,
      hb_port: hb,
    };
    const connection = { transport, ip, key, signature_scheme: "hmac-sha256", ...addresses };
    writeFileSync(file, JSON.stringify(connection));

    const at = (port?: number): string =>
      transport === "tcp" ? `tcp://${ip}:${port}` : `ipc://${ip}-${port}`;
    const routingId = this.session; // a kernel asks on stdin whoever executes on shell
    this.#sockets = {
      shell: new Dealer({ linger: 0, routingId, sendHighWaterMark: 0 }),
      control: new Dealer({ linger: 0, routingId, sendHighWaterMark: 0 }),
      stdin: new Dealer({ linger: 0, routingId, sendHighWaterMark: 0 }),
    };
    this.#iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
    this.#iopub.subscribe();
    this.#heartbeat = new Request({ linger: 0 });
    this.#sockets.shell.connect(at(shell));
    this.#sockets.control.connect(at(control));
    this.#sockets.stdin.connect(at(stdin));
    this.#hear = () => this.#iopub.connect(at(iopub));
    if (!("hearsAfterMs" in options)) this.#hear();
    this.#heartbeat.connect(at(hb));
    for (const [channel, socket] of Object.entries(this.#sockets)) {
      void this.#listen(socket, channel as PeerChannel).catch(() => {}); // ends as the socket closes
    }
    void this.#listen(this.#iopub, "iopub").catch(() => {});

    const [command = "", ...rest] = kernel.argv.map((part) => part.replace("{connection_file}", file));
    this.process = spawn(command, rest, {
      cwd,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, ...kernel.env, ...env },
    });
    this.process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.words = (this.words + text).slice(-200_000);
    });
    this.process.once("exit", (code, signal) => {
      this.ended = { code, signal };
      this.#changed();
    });
  }

  /** Starts a kernel and waits until it has said who it is and its outputs arrive. */
  static async start(kernel: Command, options: PeerOptions = {}): Promise<Peer> {
    for (;;) {
      const peer = new Peer(kernel, options, await freePorts(5));
      try {
        if (!("hearsAfterMs" in options)) await peer.#greet();
        else {
          const first = peer.send("kernel_info_request", {}, { channel: "control" });
          await peer.until(() => first.reply !== undefined, "kernel_info");
          if (options.hearsAfterMs !== undefined) setTimeout(peer.#hear, options.hearsAfterMs);
        }
        return peer;
      } catch (error) {
        await peer.close();
        // Someone else was quicker to take a free port: Jupyter, too, tries again then.
        if (!/EADDRINUSE/.test(peer.words)) throw error;
      }
    }
  }

  async #greet(): Promise<void> {
    for (let isThere = false; !isThere; ) {
      const { id } = this.send("kernel_info_request", {});
      const answered = this.until(() => this.isWhole(id), "kernel_info").then(() => true);
      answered.catch(() => {});
      isThere = await Promise.race([answered, pause(150, false)]);
      if (this.ended) await answered;
    }
  }

  /** Sends a request. What comes for it gathers in the exchange. */
  send(type: string, content: Content, options: SendOptions = {}): Exchange {
    const { channel = "shell", metadata = {}, parent, buffers = [] } = options;
    const header = this.header(type);
    const exchange = { id: header.msg_id, reply: undefined, published: [], late: [], asked: [], idle: false };
    this.exchanges.set(header.msg_id, exchange);
    const message = { identities: [], header, parentHeader: parent, metadata, content, buffers };
    this.sendFrames(channel, toFrames(message, this.signing));
    return exchange;
  }

  header(type: string): Header {
    return {
      msg_id: randomUUID(),
      session: this.session,
      username: "peer",
      date: new Date().toISOString(),
      msg_type: type,
      version: "5.5",
    };
  }

  /** Sends frames as they are: what no client would. */
  sendFrames(channel: PeerChannel, frames: readonly Uint8Array[]): void {
    const socket = this.#sockets[channel];
    this.#turns[channel] = this.#turns[channel]
      .then(() => socket.send(frames as Uint8Array[]))
      .catch(() => {});
  }
  readonly #turns = { shell: Promise.resolve(), control: Promise.resolve(), stdin: Promise.resolve() };

  isWhole(id: string): boolean {
    const exchange = this.exchanges.get(id);
    return exchange?.reply !== undefined && exchange.idle;
  }

  /** Sends a request and waits for its reply and its `idle`. */
  async ask(
    type: string,
    content: Content,
    options: SendOptions = {},
  ): Promise<Exchange & { reply: Message }> {
    return this.whole(this.send(type, content, options), `${type} ${JSON.stringify(content).slice(0, 200)}`);
  }

  async whole(exchange: Exchange, what = "a request"): Promise<Exchange & { reply: Message }> {
    await this.until(() => this.isWhole(exchange.id), what);
    return exchange as Exchange & { reply: Message };
  }

  /** Executes a cell. */
  execute(code: string, more: Content = {}): Promise<Exchange & { reply: Message }> {
    return this.ask("execute_request", executeContent(code, more));
  }

  /** Waits for something to become true of what has come. @throws {Error} if the kernel ends or is silent */
  async until(holds: () => boolean, what: string): Promise<void> {
    const end = Date.now() + patienceMs;
    while (!holds()) {
      if (this.ended)
        throw new Error(`The kernel ended (${JSON.stringify(this.ended)}) before ${what}\n${this.words}`);
      if (Date.now() > end)
        throw new Error(`No answer within ${patienceMs / 1000} s: ${what}\n${this.words}`);
      await this.#change();
    }
  }

  /** Resolves with the next thing that comes, and now and then without. */
  async #change(): Promise<void> {
    await new Promise<void>((done) => {
      const timer = setTimeout(done, 200);
      this.#wake.add(() => {
        clearTimeout(timer);
        done();
      });
    });
  }

  #changed(): void {
    const waiting = [...this.#wake];
    this.#wake.clear();
    for (const wake of waiting) wake();
  }

  /** A beat of the heart: the same bytes come back. */
  async beat(): Promise<string> {
    await this.#heartbeat.send("ping");
    const [frame] = await this.#heartbeat.receive();
    return String(frame);
  }

  async close(): Promise<void> {
    const gone = this.ended ? undefined : new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGKILL");
    await gone;
    for (const socket of [...Object.values(this.#sockets), this.#iopub, this.#heartbeat]) socket.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #listen(socket: Dealer | Subscriber, channel: PeerChannel | "iopub"): Promise<void> {
    for await (const frames of socket) {
      const message = fromFrames(frames, this.signing);
      const exchange = this.exchanges.get(message.parentHeader?.msg_id ?? "");
      if (!exchange) this.orphans.push(message);
      else if (channel === "stdin") exchange.asked.push(message);
      else if (channel !== "iopub") exchange.reply = message;
      else {
        (exchange.idle ? exchange.late : exchange.published).push(message);
        if (message.header.msg_type === "status" && message.content.execution_state === "idle")
          exchange.idle = true;
      }
      this.#changed();
    }
  }
}

/** What an execute_request holds. */
export const executeContent = (code: string, more: Content = {}): Content => ({
  code,
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
  ...more,
});
