import { writeSync } from "node:fs";
import { inSources } from "./inSources.ts";

let descriptor = 2;

/** From now on this thread's lines go to another descriptor. */
export function logTo(other: number): void {
  descriptor = other;
}

/**
 * Writes a line to the process's log, past the main thread, which a cell may keep busy. A log that nobody
 * reads fills up: then the line is lost, and the kernel goes on.
 */
export function logLine(text: string): void {
  try {
    writeSync(descriptor, `${inSources(text)}\n`);
  } catch {
    // EAGAIN: the pipe is full; EPIPE: its reader is gone.
  }
}
