import type {
  FromTypes,
  QuestionAbout,
  ToTypes,
  TypeAnswers,
  TypesOpening,
} from "../../../../kernel/page/typeMessages.ts";

/** What knows the types of a page's cells: one worker for all of them. */
export class TypeService {
  readonly #worker: Worker;
  readonly #open = new Map<number, PromiseWithResolvers<TypeAnswers[keyof TypeAnswers]>>();
  #count = 0;
  /** Settles once it can be asked. */
  readonly ready: Promise<void>;

  /** @param address of the worker's program */
  constructor(address: string, opening: TypesOpening) {
    this.#worker = new Worker(address);
    const ready = Promise.withResolvers<void>();
    this.ready = ready.promise;
    this.#worker.onmessage = ({ data }: MessageEvent<FromTypes>) => {
      if ("ready" in data) return ready.resolve();
      const asked = this.#open.get(data.ask);
      this.#open.delete(data.ask);
      if ("why" in data) asked?.reject(new Error(data.why));
      else asked?.resolve(data.answer);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      const error = new Error(event.message || "the worker could not be started");
      ready.reject(error);
      for (const asked of this.#open.values()) asked.reject(error);
      this.#open.clear();
    };
    this.#worker.postMessage(opening);
  }

  /**
   * @param above the cells above, as they stand now
   * @throws {Error} if TypeScript fails
   */
  ask<About extends keyof TypeAnswers>(
    above: readonly string[],
    source: string,
    question: QuestionAbout<About>,
  ): Promise<TypeAnswers[About]> {
    this.#count += 1;
    const asked = Promise.withResolvers<TypeAnswers[keyof TypeAnswers]>();
    this.#open.set(this.#count, asked);
    const message: ToTypes = { ask: this.#count, above, source, question };
    this.#worker.postMessage(message);
    return asked.promise as Promise<TypeAnswers[About]>;
  }
}
