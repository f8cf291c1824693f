/**
 * Loaded before a program (`node --import`), to kill it at one of its calls that write. It counts every call that
 * changes something under a folder, and either writes them down or, at the chosen one, does a part of it and ends the
 * process as `kill -9` does: no `finally`, no exit handler.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join, resolve } from "node:path";

interface Orders {
  /** Calls below this folder count. */
  readonly under: string;
  /** Where to write the calls down. */
  readonly log?: string;
  /** The call to die at, from 0, and how much of it is done before, from 0 to 1. */
  readonly at?: number;
  readonly done?: number;
}

type Call = (...args: unknown[]) => unknown;
type Calls = Record<string, Call>;

const { under, log, at, done = 0 } = JSON.parse(process.env.GENLOSS_TEST_KILL ?? "{}") as Orders;
const own = { append: fs.appendFileSync, write: fs.writeFileSync, list: fs.readdirSync, remove: fs.rmSync };
let count = 0;

const names = ["appendFile", "chmod", "chown", "copyFile", "cp", "link", "mkdir", "rename", "rm", "rmdir"];
names.push("symlink", "truncate", "unlink", "utimes", "writeFile");

/** Of these, the second argument is a path too. */
const ofTwoPaths = ["copyFile", "cp", "link", "rename", "symlink"];

const isUnder = (path: unknown): boolean =>
  (typeof path === "string" || path instanceof URL) && `${resolve(String(path))}/`.startsWith(`${under}/`);

function wrap(calls: Calls, name: string, kind: string): void {
  const original = calls[name];
  if (original === undefined) throw new Error(`there is no ${name} to watch`);
  calls[name] = (...args: unknown[]) => {
    if (args.slice(0, ofTwoPaths.includes(kind) ? 2 : 1).some(isUnder)) {
      if (log !== undefined) own.append(log, `${kind} ${args[0]}\n`);
      if (count === at) die(kind, args);
      count += 1;
    }
    return original.apply(calls, args);
  };
}

/** Does a part of what a call would do, if it can be done in part, and ends the process. */
function die(kind: string, [path, content]: unknown[]): never {
  if (kind === "writeFile" && done > 0) {
    const bytes = Buffer.from(content as string | Buffer);
    own.write(path as string, bytes.subarray(0, Math.floor(bytes.length * done)));
  }
  if (kind === "rm" && fs.statSync(path as string, { throwIfNoEntry: false })?.isDirectory()) {
    const inside = own.list(path as string);
    for (const name of inside.slice(0, Math.floor(inside.length * done)))
      own.remove(join(path as string, name), { recursive: true });
  }
  process.kill(process.pid, "SIGKILL");
  for (;;);
}

for (const name of names) {
  wrap(fs as unknown as Calls, `${name}Sync`, name);
  wrap(fs.promises as unknown as Calls, name, name);
}
syncBuiltinESMExports();
