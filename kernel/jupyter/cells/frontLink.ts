import type { Worker } from "node:worker_threads";
import type { TextRing, Written } from "../shared/textRing.ts";
import { shared, type ToProtocol } from "../shared/threads.ts";

/** How many displays may wait for the protocol thread. */
const mostUnderWay = 500;

/** How long the protocol thread may take to hear something. */
const mostWaitMs = 1000;

/** The cells' way to the protocol thread: messages, and text beside them, in the order in which they were given. */
export class FrontLink {
  readonly #front: Worker;
  readonly #flags: Int32Array;
  readonly #text: TextRing;

  constructor(front: Worker, flags: Int32Array, text: TextRing) {
    this.#front = front;
    this.#flags = flags;
    this.#text = text;
  }

  /** @returns the message's number */
  tell(message: ToProtocol): number {
    const number = Atomics.add(this.#flags, shared.sent, 1) + 1;
    this.#front.postMessage({ ...message, after: this.#text.position, number } satisfies ToProtocol);
    return number;
  }

  /** Tells, and waits until it is heard; not for ever. */
  tellAndWait(message: ToProtocol): void {
    const number = this.tell(message);
    for (const end = performance.now() + mostWaitMs; performance.now() < end && !this.#isCut; ) {
      const taken = Atomics.load(this.#flags, shared.taken);
      if (((number - taken) | 0) <= 0) return;
      Atomics.wait(this.#flags, shared.taken, taken, 20);
    }
  }

  print(written: Written): void {
    const announce = (): void => this.#front.postMessage({ type: "text" } satisfies ToProtocol);
    this.#text.write(written, announce, () => this.#isCut);
  }

  /** Waits until the protocol thread has kept up. @returns false if the cell is stopped meanwhile */
  hasRoom(): boolean {
    for (;;) {
      const taken = Atomics.load(this.#flags, shared.taken);
      if (((Atomics.load(this.#flags, shared.sent) - taken) | 0) <= mostUnderWay) return true;
      if (this.#isCut) return false;
      Atomics.wait(this.#flags, shared.taken, taken, 20);
    }
  }

  get #isCut(): boolean {
    return Atomics.load(this.#flags, shared.interrupt) === 1;
  }
}
