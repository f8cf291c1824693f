import type { CellOutput } from "./cellOutput.ts";

/**
 * Passes the outputs of a cell on in the order in which they were asked for.
 * A display may take time to make (a chart is drawn); what comes after it waits for it.
 */
export class OutputQueue {
  #emit: (output: CellOutput) => void;
  #last: Promise<void> | undefined;
  #failures: unknown[] = [];

  constructor(emit: (output: CellOutput) => void) {
    this.#emit = emit;
  }

  /** Drops whatever comes from now on: the cell was stopped. */
  close(): void {
    this.#emit = () => {};
  }

  push(output: CellOutput | Promise<CellOutput | undefined>): void {
    if (!this.#last && !(output instanceof Promise)) {
      this.#emit(output);
      return;
    }
    const turn = Promise.all([output, this.#last]).then(
      ([ready]) => {
        if (ready) this.#emit(ready);
      },
      (error) => void this.#failures.push(error),
    );
    this.#last = turn;
    void turn.then(() => {
      if (this.#last === turn) this.#last = undefined;
    });
  }

  /** Waits until everything is passed on. @throws the first failure to make a display */
  async drain(): Promise<void> {
    while (this.#last) await this.#last;
    const [failure] = this.#failures.splice(0);
    if (failure !== undefined) throw failure;
  }
}
