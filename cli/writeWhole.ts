import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Refusal } from "../kernel/refusal.ts";

/**
 * Writes a file at once or not at all: a crash never leaves half a notebook. A link stays a link, and a file
 * keeps its permissions.
 *
 * @throws {Refusal} (exit code 2) if it cannot; then nothing is left behind
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const part = `${target}.${process.pid}.part`;
  try {
    await mkdir(dirname(target), { recursive: true });
    const before = await stat(target).catch(() => undefined);
    await writeFile(part, text);
    if (before) await chmod(part, before.mode);
    await rename(part, target);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => {}); // the first failure is the one to tell
    throw new Refusal(`Cannot write ${path}: ${(cause as Error).message}`, 2, { cause });
  }
}
