import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dealer, Subscriber } from "zeromq";
import { fromFrames, toFrames } from "../protocol/wire.ts";
import { type Content, type Message, protocolVersion } from "../shared/message.ts";
import { freePorts } from "./freePorts.ts";

/** A kernel's answer to one request, with everything it published for it. */
export interface Answer {
  readonly reply: Message;
  readonly published: readonly Message[];
}

/** The front end's side of the protocol, as far as a check or a benchmark needs it. */
export interface KernelClient {
  readonly process: ChildProcess;
  /** Sends a request and waits for its reply and its `idle`. */
  ask(
    type: string,
    content: Content,
    channel?: "shell" | "control",
    onPublished?: (message: Message) => void,
    metadata?: Content,
  ): Promise<Answer>;
  /** Ends the kernel, if it still runs, and removes its connection file. */
  close(): Promise<void>;
}

/** How often a kernel is started whose ports another program took before it could. */
const starts = 5;

/**
 * Starts a kernel and connects to it; resolves when it has answered who it is.
 *
 * @param argv the command, with "{connection_file}" where the file's path belongs, as in kernel.json
 * @param start starts the process; `spawn` by default
 * @throws {Error} if the kernel ends before it answers, with what it wrote to stderr
 */
export async function startKernel(
  argv: readonly string[],
  cwd: string = process.cwd(),
  env: NodeJS.ProcessEnv = process.env,
  start: Start = spawn,
): Promise<KernelClient> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce(argv, cwd, env, start);
    } catch (error) {
      // A port is free when it is looked for, and anybody's until the kernel listens.
      if (tries === starts || !/address already in use/i.test(String(error))) throw error;
    }
  }
}

type Start = (command: string, args: readonly string[], options: SpawnOptions) => ChildProcess;

async function startOnce(
  argv: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  start: Start,
): Promise<KernelClient> {
  const folder = await mkdtemp(join(tmpdir(), "kernel-"));
  const file = join(folder, "connection.json");
  const [shell, control, stdin, iopub, hb] = await freePorts(5);
  const key = randomUUID();
  const ports = {
    shell_port: shell,
    control_port: control,
    stdin_port: stdin,
    iopub_port: iopub,
    hb_port: hb,
  };
  await writeFile(
    file,
    JSON.stringify({ transport: "tcp", ip: "127.0.0.1", key, signature_scheme: "hmac-sha256", ...ports }),
  );

  const signing = { key, hash: "sha256" };
  const session = randomUUID();
  const socket = { linger: 0, receiveHighWaterMark: 0, reconnectInterval: 10 };
  const sockets = { shell: new Dealer(socket), control: new Dealer(socket) };
  const output = new Subscriber(socket);
  output.subscribe();
  sockets.shell.connect(`tcp://127.0.0.1:${shell}`);
  sockets.control.connect(`tcp://127.0.0.1:${control}`);
  output.connect(`tcp://127.0.0.1:${iopub}`);

  const [command = "", ...rest] = argv.map((part) => part.replace("{connection_file}", file));
  const kernel = start(command, rest, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  let words = "";
  kernel.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-4000);
  });
  const ended = new Promise<never>((_, reject) => {
    kernel.once("error", reject);
    kernel.once("exit", (code) => reject(new Error(`The kernel ended with code ${code}\n${words}`.trim())));
  });
  ended.catch(() => {});

  const waiting = new Map<
    string,
    {
      published: Message[];
      reply?: Message;
      idle?: boolean;
      done: (answer: Answer) => void;
      onPublished?: ((message: Message) => void) | undefined;
    }
  >();
  const settle = (id: string): void => {
    const entry = waiting.get(id);
    if (!entry?.reply || !entry.idle) return;
    waiting.delete(id);
    entry.done({ reply: entry.reply, published: entry.published });
  };
  /** Called with every reply. */
  let heard = (): void => {};
  const listen = async (socket: Dealer | Subscriber, isOutput: boolean): Promise<void> => {
    for await (const frames of socket) {
      const message = fromFrames(frames, signing);
      const id = message.parentHeader?.msg_id ?? "";
      const entry = waiting.get(id);
      if (!entry) continue;
      if (!isOutput) {
        entry.reply = message;
        heard();
      } else {
        entry.published.push(message);
        entry.onPublished?.(message);
        if (message.header.msg_type === "status" && message.content.execution_state === "idle")
          entry.idle = true;
      }
      settle(id);
    }
  };
  for (const [socket, isOutput] of [
    [sockets.shell, false],
    [sockets.control, false],
    [output, true],
  ] as const) {
    listen(socket, isOutput).catch(() => {}); // ends as the socket closes
  }

  const ask: KernelClient["ask"] = (type, content, channel = "shell", onPublished, metadata = {}) => {
    const header = {
      msg_id: randomUUID(),
      session,
      username: "genloss",
      date: new Date().toISOString(),
      msg_type: type,
      version: protocolVersion,
    };
    const answer = new Promise<Answer>((done) =>
      waiting.set(header.msg_id, { published: [], done, onPublished }),
    );
    const message = { identities: [], header, parentHeader: undefined, metadata, content, buffers: [] };
    void sockets[channel].send(toFrames(message, signing));
    return Promise.race([answer, ended]);
  };

  const close = async (): Promise<void> => {
    kernel.kill("SIGKILL");
    for (const socket of [sockets.shell, sockets.control, output]) socket.close();
    await rm(folder, { recursive: true, force: true });
  };
  // What a kernel publishes before this client's subscription has arrived is lost: ask until an answer is whole.
  let ready = false;
  const whole = (): void => {
    ready = true;
  };
  try {
    // Not more often: stock tslab that has been asked many times while it starts never answers its first cell.
    while (!ready) {
      // One that has answered is there, and only the subscription is on its way.
      const answered = new Promise<void>((done) => {
        heard = done;
      }).then(() => pause(5));
      await Promise.race([ask("kernel_info_request", {}).then(whole), ended, pause(50), answered]);
    }
  } catch (error) {
    await close(); // open sockets would keep the caller's process alive
    throw error;
  }
  return { process: kernel, ask, close };
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
