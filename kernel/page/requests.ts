import type { FromWorker, ToWorker } from "./pageMessages.ts";

type Need = Extract<FromWorker, { type: "need" }>;
type Part = string | Uint8Array;

/** What the worker asks the page for, and the answers as they come. */
export class Requests {
  readonly #send: (need: number, kind: Need["kind"], names: readonly string[]) => void;
  readonly #open = new Map<number, PromiseWithResolvers<readonly Part[]>>();
  #count = 0;

  constructor(send: (need: number, kind: Need["kind"], names: readonly string[]) => void) {
    this.#send = send;
  }

  /** @throws {Error} if the page cannot have one of them */
  ask(kind: Need["kind"], names: readonly string[]): Promise<readonly Part[]> {
    this.#count += 1;
    const answer = Promise.withResolvers<readonly Part[]>();
    this.#open.set(this.#count, answer);
    this.#send(this.#count, kind, names);
    return answer.promise;
  }

  answer(message: Extract<ToWorker, { type: "given" | "refused" }>): void {
    const open = this.#open.get(message.need);
    this.#open.delete(message.need);
    if (message.type === "given") open?.resolve(message.parts);
    else open?.reject(new Error(message.why));
  }
}
