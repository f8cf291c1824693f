import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const pollMs = 100;

/**
 * Runs something that two processes must not do at the same time, such as installing into one folder.
 * The second waits for the first; the lock of a process that is gone is taken over.
 *
 * @param lock path of a folder that stands for the lock; it must not exist otherwise
 */
export function withLock<T>(lock: string, run: () => T): T {
  const owner = join(lock, "pid");
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (isGone(owner)) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pollMs);
    }
  }
  try {
    writeFileSync(owner, String(process.pid));
    return run();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Whether the process that holds the lock has ended. One that has not written its number yet is there. */
function isGone(file: string): boolean {
  let pid: number;
  try {
    pid = Number(readFileSync(file, "utf8"));
  } catch {
    return false;
  }
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
