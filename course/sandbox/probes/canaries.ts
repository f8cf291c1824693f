import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What probes reach for: all of it put there for them, and harmless. */
export interface Canaries {
  /** The words to look for: whoever has them has reached something. */
  readonly word: string;
  readonly outside: string;
  readonly hiddenTests: string;
  readonly otherStudent: string;
  readonly gradebook: string;
  /** A folder that the sandbox may read, with a link `link` that leads out of it and a file `addon.node`. */
  readonly work: string;
  /** A folder in which every user may write. */
  readonly drop: string;
  readonly tcpPort: number;
  readonly udpPort: number;
  readonly unixSocket: string;
  /** Whether a datagram with the word has come. */
  heard(): boolean;
  /** Takes all away. */
  close(): void;
}

/** The variable of the environment that carries the word, as long as the canaries are there. */
export const canaryVariable = "GENERATION_LOSS_CANARY";

/**
 * Puts the canaries out, readable for every user, so that it is the sandbox that keeps them and no private folder.
 *
 * @param word something that stands nowhere else
 */
export async function setCanaries(word: string): Promise<Canaries> {
  const folder = mkdtempSync(join(tmpdir(), "generation-loss-canaries-"));
  chmodSync(folder, 0o755);
  const at = (...names: string[]): string => join(folder, ...names);
  const put = (...names: string[]): string => {
    writeFileSync(at(...names), `${word}\n`, { mode: 0o644 });
    return at(...names);
  };
  for (const name of ["students", "students/other", "work", "drop"]) mkdirSync(at(name));
  chmodSync(at("drop"), 0o777);
  const outside = put("outside.txt");
  symlinkSync(outside, at("work", "link"));
  put("work", "addon.node");
  const gradebook = at("gradebook.sqlite");
  const database = new DatabaseSync(gradebook);
  database.exec("CREATE TABLE marks (words TEXT)");
  database.prepare("INSERT INTO marks VALUES (?)").run(word);
  database.close();

  const greeting = (): Server => createServer((socket) => socket.on("error", () => {}).end(word));
  const [tcp, unix, udp] = [greeting(), greeting(), createSocket("udp4")];
  let datagrams = "";
  udp.on("message", (text) => {
    datagrams += text;
  });
  const unixSocket = process.platform === "win32" ? `\\\\.\\pipe\\${word}` : at("drop", "socket");
  await once(tcp.listen(0, "127.0.0.1"), "listening");
  await once(unix.listen({ path: unixSocket, writableAll: true, readableAll: true }), "listening");
  await once(udp.bind(0, "127.0.0.1"), "listening");

  // A process beside the sandbox with the word among its arguments; it ends with us.
  const idle = ["-e", "process.stdin.resume().on('end', () => process.exit())", word];
  const neighbour = spawn(process.execPath, idle, { stdio: ["pipe", "ignore", "ignore"] });
  await once(neighbour, "spawn");
  process.env[canaryVariable] = word;

  return {
    word,
    outside,
    hiddenTests: put("chapter.tests.ts"),
    otherStudent: put("students", "other", "answer.ipynb"),
    gradebook,
    work: at("work"),
    drop: at("drop"),
    tcpPort: (tcp.address() as AddressInfo).port,
    udpPort: udp.address().port,
    unixSocket,
    heard: () => datagrams.includes(word),
    close: () => {
      delete process.env[canaryVariable];
      neighbour.kill("SIGKILL");
      for (const server of [tcp, unix, udp]) server.close();
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    },
  };
}
