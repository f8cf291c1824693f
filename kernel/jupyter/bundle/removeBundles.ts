import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isAlive } from "../../files/isAlive.ts";
import { bundlesFolder, type CurrentBundle, currentFile } from "./freshBundle.mjs";

/** How long a process of another machine, that sees the same folder, is taken to live. */
const elsewhereMs = 7 * 24 * 3600 * 1000;

/** Removes bundles that are neither the newest nor run by anybody, and of each the marks of processes that have ended. */
export function removeBundles(): void {
  const { id } = JSON.parse(readFileSync(currentFile, "utf8")) as CurrentBundle;
  for (const entry of readdirSync(bundlesFolder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = join(bundlesFolder, entry.name);
    const users = join(folder, "users");
    const marks = existsSync(users) ? readdirSync(users) : [];
    const ended = marks.filter((mark) => hasEnded(users, mark));
    for (const mark of ended) rmSync(join(users, mark), { force: true });
    if (entry.name !== id && ended.length === marks.length) rmSync(folder, { recursive: true, force: true });
  }
}

function hasEnded(users: string, mark: string): boolean {
  const [pid, host] = mark.split("@");
  if (host === hostname()) return Number(pid) !== process.pid && !isAlive(Number(pid));
  const { mtimeMs = 0 } = statSync(join(users, mark), { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs > elsewhereMs;
}
