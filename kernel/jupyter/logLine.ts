import { writeSync } from "node:fs";

/**
 * Writes a line to the process's stderr, past the main thread, which a cell may keep busy. A log that nobody
 * reads fills up: then the line is lost, and the kernel goes on.
 */
export function logLine(text: string): void {
  try {
    writeSync(2, `${text}\n`);
  } catch {
    // EAGAIN: the pipe is full; EPIPE: its reader is gone.
  }
}
