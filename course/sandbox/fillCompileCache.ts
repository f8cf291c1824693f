import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { LaunchRequest, Sandbox } from "./sandbox.ts";
import { slotUser } from "./slotUser.ts";

/**
 * Fills a folder with what Node has compiled of a program of ours, which loads what it needs and leaves when its input
 * ends. It runs in the sandbox, since Node finds compiled code by the path that it had: the paths must be those of later
 * runs. Below level A this does nothing, and the folder stays empty.
 */
export async function fillCompileCache(
  sandbox: Sandbox,
  request: LaunchRequest,
  folder: string,
  patienceMs = 60_000,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  if (process.getuid?.() === 0) chownSync(folder, slotUser(request.slot), slotUser(request.slot));
  const child = sandbox.launch({ ...request, compileCache: { folder, fill: true } });
  const clock = setTimeout(() => child.kill(), patienceMs);
  for (const stream of [child.stdout, child.stderr, child.stdio[3]]) (stream as Readable | null)?.resume();
  child.stdin?.on("error", () => {}).end();
  try {
    await once(child, "close");
  } finally {
    clearTimeout(clock);
  }
  // Node makes them for one user alone; the slots have one each.
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  if (process.getuid?.() === 0) chownSync(folder, 0, 0);
}
