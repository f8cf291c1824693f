/** Questions to the user, one at a time. */
export class InputLine {
  readonly #request: (prompt: string, password: boolean) => void;
  #answer: ((text: string) => void) | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(request: (prompt: string, password: boolean) => void) {
    this.#request = request;
  }

  /** The line that the user types. @throws {Error} if the front end does not answer questions */
  ask(prompt: string, password: boolean): Promise<string> {
    const line = this.#turn.then(
      () =>
        new Promise<string>((resolve) => {
          this.#request(prompt, password);
          this.#answer = resolve;
        }),
    );
    this.#turn = line.catch(() => {});
    return line;
  }

  receive(text: string): void {
    this.#answer?.(text);
    this.#answer = undefined;
  }

  /** Forgets the open question: its cell was stopped. */
  cancel(): void {
    this.#answer = undefined;
    this.#turn = Promise.resolve();
  }
}
