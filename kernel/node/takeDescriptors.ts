import { spawnSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where to read what was written to this process's file descriptors 1 and 2, and where its own log goes now. */
export interface Descriptors {
  /** Descriptors to read from, without waiting. */
  readonly stdout: number;
  /** Absent where the log could not be kept apart: then 2 is what it was. */
  readonly stderr?: number;
  readonly log: number;
}

/**
 * Puts pipes in the place of file descriptors 1 and 2: what children with `stdio: "inherit"`, native add-ons and
 * `fs.writeSync(1, …)` write arrives there. To be called before any thread starts, which might be given a number that
 * is free for a moment.
 *
 * @returns undefined where the system has no such pipes; then all is as before
 */
export function takeDescriptors(): Descriptors | undefined {
  if (process.platform === "win32") return undefined;
  // Made while the numbers are what they were: Node makes what a stream stands on non-blocking, and children that
  // inherit such a pipe lose what does not fit.
  const { stdout, stderr } = process;
  if (!stdout || !stderr) return undefined;
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "kernel-output-"));
    const pipes = [join(folder, "stdout"), join(folder, "stderr")] as const;
    if (spawnSync("mkfifo", pipes, { stdio: "ignore" }).status !== 0) return undefined;
    const log = opened("/dev/fd/2");
    return {
      stdout: take(1, pipes[0]),
      ...(log !== undefined && { stderr: take(2, pipes[1]) }),
      log: log ?? 2,
    };
  } catch {
    return undefined; // no folder to write in
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Another descriptor of the same file, pipe or terminal; a socket has none. It never waits for a reader. */
function opened(path: string): number | undefined {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}

/** @returns the reader's end of the pipe that now has this number */
function take(descriptor: 1 | 2, path: string): number {
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  closeSync(descriptor);
  openSync(path, constants.O_WRONLY); // the lowest free number: Node sees to it that 0, 1 and 2 are in use
  return reader;
}
