import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { uptime } from "node:os";
import { dirname } from "node:path";
import { isAlive } from "../kernel/files/isAlive.ts";
import { partIn, sweepParts } from "../kernel/files/parts.ts";
import { Refusal } from "../kernel/refusal.ts";

const pollMs = 100;

/**
 * Runs something that two processes must not do at the same time, such as installing into one folder.
 * The second waits for the first; the lock of a process that is gone is taken over.
 *
 * @param lock path of a file that stands for the lock and holds its owner's number; it must not exist otherwise
 * @throws {Refusal} (exit code 2) if something stands there that is no lock; it stays
 */
export function withLock<T>(lock: string, run: () => T): T {
  mkdirSync(dirname(lock), { recursive: true });
  sweepParts(dirname(lock));
  while (!take(lock)) {
    const owner = ownerOf(lock);
    if (owner !== undefined && isGone(lock, owner)) takeAway(lock, owner);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pollMs);
  }
  try {
    return run();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** A lock has its owner's number from the first moment: it is written elsewhere and then linked to its name. */
function take(lock: string): boolean {
  const part = partIn(dirname(lock));
  writeFileSync(part, `${process.pid}\n`);
  try {
    linkSync(part, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(part);
  }
}

/** The process that holds the lock; undefined if the lock is gone by now. */
function ownerOf(lock: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(lock, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    text = code === "EISDIR" ? "a folder" : String(code);
  }
  if (/^[1-9]\d*\n$/.test(text)) return Number(text);
  throw new Refusal(
    `Cannot lock ${lock}: it must be a lock, got ${text.slice(0, 40)}\n  Try   to remove it yourself`,
    2,
  );
}

/** Whether the owner has ended, or began before this machine did and only its number is in use again. */
function isGone(lock: string, owner: number): boolean {
  const age = (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())) / 1000;
  return !isAlive(owner) || age > uptime();
}

/** Two may find the same owner gone. Who comes second has moved the first one's lock, and puts it back. */
function takeAway(lock: string, owner: number): void {
  const aside = partIn(dirname(lock));
  try {
    renameSync(lock, aside);
  } catch {
    return; // somebody else was quicker
  }
  try {
    if (readFileSync(aside, "utf8") !== `${owner}\n`) linkSync(aside, lock);
  } finally {
    rmSync(aside);
  }
}
