import { type ChildProcess, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { Request } from "./request.ts";

type Asked<Name extends Request["action"]> = Request & { readonly action: Name };
/** Gives what was reached; throws what was in the way. Of what has an amount, it tells as it goes. */
type Actions = {
  readonly [Name in Request["action"]]: (
    request: Asked<Name>,
    tell: (amount: number) => void,
  ) => string | Promise<string>;
};

const megabyte = 2 ** 20;

export const actions: Actions = {
  read: ({ paths }) => paths.map((path) => readFileSync(path, "utf8")).join("\n"),

  environment: () => JSON.stringify(process.env),

  connect: async ({ to }) => {
    const socket = connect("port" in to ? { host: "127.0.0.1", ...to } : to);
    const [text] = await once(socket, "data");
    return String(text);
  },

  datagram: async ({ port, text }) => {
    const socket = createSocket("udp4");
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.send(text, port, "127.0.0.1", (error) => (error ? reject(error) : resolve()));
    });
    return "sent"; // whether it came, the other side knows
  },

  start: async ({ count }, tell) => {
    const idle = ["-e", "setTimeout(() => {}, 20_000)"];
    const children: ChildProcess[] = [];
    try {
      for (let i = 0; i < count; i++) {
        const child = spawn(process.execPath, idle, { stdio: "inherit" });
        children.push(child);
        await once(child, "spawn");
        tell(children.length);
      }
    } finally {
      for (const child of children) child.kill("SIGKILL");
    }
    return `${count} processes`;
  },

  objects: ({ megabytes }, tell) => {
    const kept: number[][] = [];
    for (let done = 0; done < megabytes; done += 32) {
      kept.push(new Array<number>(4 * megabyte).fill(0.5)); // 8 bytes each
      tell(done + 32);
    }
    return `${kept.length * 32} MB`;
  },

  buffers: ({ megabytes }, tell) => {
    const kept: Buffer[] = [];
    for (let done = 0; done < megabytes; done += 32) {
      kept.push(Buffer.alloc(32 * megabyte, 1));
      tell(done + 32);
    }
    return `${kept.length * 32} MB`;
  },

  loop: ({ cpuSeconds }, tell) => {
    let whole = 0;
    while (whole < cpuSeconds) {
      const { user, system } = process.cpuUsage();
      const used = Math.floor((user + system) / 1e6);
      if (used > whole) tell(used);
      whole = used;
    }
    return `${whole} s`;
  },

  write: ({ path, text }) => {
    writeFileSync(path, text);
    return path;
  },

  link: ({ path, target }) => {
    symlinkSync(target, path);
    return path;
  },

  processes: () => {
    const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return numbers.map(commandOf).join("\n").slice(0, 200_000);
  },

  worker: async ({ text }) => {
    const { Worker } = await import("node:worker_threads");
    const code = "const w = require('node:worker_threads'); w.parentPort.postMessage(w.workerData)";
    const [message] = await once(new Worker(code, { eval: true, workerData: text }), "message");
    return String(message);
  },

  // The file is no add-on: a loader that comes to read it says so, and one that may not load any says that.
  addon: ({ path }) => {
    try {
      process.dlopen({ exports: {} } as NodeJS.Module, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_DLOPEN_FAILED") throw error;
    }
    return path;
  },

  database: async ({ path }) => {
    const { DatabaseSync } = await import("node:sqlite");
    const database = new DatabaseSync(path, { readOnly: true });
    return JSON.stringify(database.prepare("SELECT * FROM marks").all());
  },

  fill: ({ folders, megabytes }, tell) => {
    const block = Buffer.alloc(megabyte, 1);
    let done = 0;
    let inTheWay: unknown;
    for (const folder of folders) {
      try {
        const path = join(folder, "filled");
        const file = openSync(path, "w");
        try {
          for (; done < megabytes; tell(++done)) writeSync(file, block);
        } finally {
          closeSync(file);
          rmSync(path);
        }
      } catch (error) {
        inTheWay = error;
      }
    }
    if (done < megabytes) throw inTheWay;
    return `${done} MB`;
  },

  print: async ({ megabytes }) => {
    const line = `${"x".repeat(2 ** 16 - 1)}\n`;
    for (let i = 0; i < megabytes * 16; i++)
      if (!process.stdout.write(line)) await once(process.stdout, "drain");
    return `${megabytes} MB`;
  },
};

/** What a process was started with, as Linux shows it. */
function commandOf(number: string): string {
  try {
    return readFileSync(`/proc/${number}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // it has ended, or may not be looked at
  }
}
