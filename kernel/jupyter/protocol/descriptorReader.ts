import { readSync } from "node:fs";
import { Socket } from "node:net";

type Hear = (name: "stdout" | "stderr", text: string) => void;

/** What V8 and Node say as they end the process: the log must have it too, since the cell may not live to show it. */
const lastWords = /FATAL ERROR|Last few GCs|Fatal error in|Assertion .* failed|Native stack trace/i;

/** Reads what is written to a file descriptor of the process, through the pipe that stands in its place. */
export class DescriptorReader {
  readonly #descriptor: number;
  readonly #name: "stdout" | "stderr";
  readonly #hear: Hear;
  readonly #log: (text: string) => void;
  readonly #decoder = new TextDecoder(); // a character may come in two pieces
  readonly #piece = Buffer.alloc(64 * 1024);

  /** @param log is given the words with which the process ends */
  constructor(descriptor: number, name: "stdout" | "stderr", hear: Hear, log: (text: string) => void) {
    this.#descriptor = descriptor;
    this.#name = name;
    this.#hear = hear;
    this.#log = log;
    const pipe = new Socket({ fd: descriptor, readable: true, writable: false });
    pipe.on("data", (chunk: Uint8Array) => this.#take(chunk));
    pipe.on("error", () => {}); // nothing more will come
    pipe.unref();
  }

  /** Reads what is there now. */
  drain(): void {
    for (;;) {
      try {
        const length = readSync(this.#descriptor, this.#piece);
        if (length === 0) return;
        this.#take(this.#piece.subarray(0, length));
      } catch {
        return; // EAGAIN: it is empty
      }
    }
  }

  #take(chunk: Uint8Array): void {
    const text = this.#decoder.decode(chunk, { stream: true });
    if (text === "") return;
    if (lastWords.test(text)) this.#log(text);
    this.#hear(this.#name, text);
  }
}
