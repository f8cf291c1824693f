/** Text of one stream that is on its way out. */
interface Pending {
  readonly ticket: number;
  readonly name: "stdout" | "stderr";
  readonly parts: string[];
  /** When the first of them was written. */
  readonly since: number;
  size: number;
}

const mostDelayMs = 50;
const mostSize = 64 * 1024;

/**
 * Joins small writes into few messages: what a cell prints leaves after 50 ms, or 64 kB, or as soon as
 * something else must follow it. While a loop runs no timer rings: what it prints looks at the clock itself.
 */
export class StreamBuffer {
  readonly #send: (ticket: number, name: "stdout" | "stderr", text: string) => void;
  #pending: Pending | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (ticket: number, name: "stdout" | "stderr", text: string) => void) {
    this.#send = send;
  }

  write(ticket: number, name: "stdout" | "stderr", text: string): void {
    if (this.#pending && (this.#pending.ticket !== ticket || this.#pending.name !== name)) this.flush();
    const now = Date.now();
    this.#pending ??= { ticket, name, parts: [], since: now, size: 0 };
    this.#pending.parts.push(text);
    this.#pending.size += text.length;
    const { size, since } = this.#pending;
    if (size >= mostSize || now - since >= mostDelayMs) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), mostDelayMs);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.#send(pending.ticket, pending.name, pending.parts.join(""));
  }
}
