import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis as Client } from "ioredis";

export interface RedisOptions {
  /** Addresses of this machine where it listens, beside 127.0.0.1. */
  readonly hosts?: readonly string[];
  /** Files, if it is to be spoken to by TLS alone. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}

/** A Redis of a test's or a bench's own, on a port that nobody has, with a password, and all that it is told on disk. */
export class Redis implements AsyncDisposable {
  readonly address: string;
  readonly password: string = randomBytes(12).toString("hex");
  readonly #program: string;
  readonly port: number;
  readonly #options: RedisOptions;
  readonly #folder: string = mkdtempSync(join(tmpdir(), "redis-"));
  #process: ChildProcess | undefined;

  private constructor(program: string, port: number, options: RedisOptions) {
    this.#program = program;
    this.#options = options;
    this.port = port;
    this.address = `${options.tls ? "rediss" : "redis"}://127.0.0.1:${port}`;
  }

  static async start(program: string, options: RedisOptions = {}): Promise<Redis> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    await new Promise((done) => server.close(done));
    const redis = new Redis(program, port, options);
    await redis.start();
    return redis;
  }

  /** What those who come here need in their environment. */
  get env(): Readonly<Record<string, string>> {
    return { GENLOSS_QUEUE_PASSWORD: this.password };
  }

  async start(): Promise<void> {
    const { hosts = [], tls } = this.#options;
    const server = spawn(
      this.#program,
      [
        ...["--port", String(tls ? 0 : this.port), "--requirepass", this.password],
        ...(tls
          ? ["--tls-port", String(this.port), "--tls-cert-file", tls.certificate, "--tls-key-file", tls.key]
          : []),
        ...(tls ? ["--tls-ca-cert-file", tls.certificate, "--tls-auth-clients", "no"] : []),
        ...["--bind", ...new Set(["127.0.0.1", ...hosts])],
        ...["--dir", this.#folder, "--appendonly", "yes", "--save", "", "--maxmemory-policy", "noeviction"],
      ],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    this.#process = server;
    let said = "";
    await new Promise<void>((done, fail) => {
      const hear = (text: Buffer): void => {
        said += text;
        if (/Ready to accept connections/.test(said)) done();
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
      server.once("exit", () => fail(new Error(`redis-server ended:\n${said}`)));
    });
    server.removeAllListeners("exit");
  }

  /** How many are connected to it. */
  async connections(): Promise<number> {
    const { length } = (await this.#ask((client) => client.client("LIST"))).trim().split("\n");
    return length - 1;
  }

  /** A number that it tells of itself: "used_memory" in "memory", in bytes, say. */
  async told(section: string, name: string): Promise<number> {
    const text = await this.#ask((client) => client.info(section));
    return Number(new RegExp(`^${name}:([\\d.]+)`, "m").exec(text)?.[1]);
  }

  async #ask(question: (client: Client) => Promise<unknown>): Promise<string> {
    const client = new Client({ host: "127.0.0.1", port: this.port, password: this.password });
    try {
      return String(await question(client));
    } finally {
      client.disconnect();
    }
  }

  /** Ends it at once, as a crash does, or as an administrator would. */
  async stop(signal: "SIGKILL" | "SIGTERM" = "SIGTERM"): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    if (!server || server.exitCode !== null) return;
    const ended = once(server, "exit");
    server.kill(signal);
    await ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop("SIGKILL");
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
