/**
 * What stays on its side, as functions do, and is named by a number: what this side has given, and what stands here for
 * what the other has.
 */
export class Given {
  readonly #own: unknown[] = [];
  readonly #numbers = new Map<unknown, number>();
  /** What stands for what the other side has given, by its number there. */
  readonly #theirs = new Map<number, object>();
  readonly #theirNumbers = new WeakMap<object, number>();

  /** @returns the number under which the other side names it */
  give(value: unknown): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#own.push(value) - 1;
      this.#numbers.set(value, number);
    }
    return number;
  }

  /** What this side has given under a number. @throws {RangeError} if it has not */
  at(number: number): unknown {
    if (!Number.isInteger(number) || number < 0 || number >= this.#own.length)
      throw new RangeError(`Cannot call a function: its number must be one that was given, got ${number}`);
    return this.#own[number];
  }

  holds(number: number, type: new (...args: never[]) => object): boolean {
    return this.#own[number] instanceof type;
  }

  /** What stands here for what the other side has given. */
  theirs(number: number, make: () => object): object {
    let found = this.#theirs.get(number);
    if (!found) {
      found = make();
      this.#theirs.set(number, found);
      this.#theirNumbers.set(found, number);
    }
    return found;
  }

  /** The other side's number of what stands here for it. */
  theirNumber(object: object): number | undefined {
    return this.#theirNumbers.get(object);
  }
}
