import type { WriteStream } from "node:tty";

export interface ProgressLine {
  /** Shows a line that the next call replaces. Nothing on a stream that is no terminal. */
  show(text: string): void;
  /** Writes a line that stays. */
  keep(text: string): void;
  clear(): void;
}

/** Progress on a terminal: one line that is written over. In a log only the lines that stay appear. */
export function progressLine(stream: WriteStream): ProgressLine {
  const erase = stream.isTTY ? "\r\u001b[2K" : "";
  return {
    show: (text) => void (stream.isTTY && stream.write(erase + text.slice(0, (stream.columns || 80) - 1))),
    keep: (text) => void stream.write(`${erase}${text}\n`),
    clear: () => void (stream.isTTY && stream.write(erase)),
  };
}
