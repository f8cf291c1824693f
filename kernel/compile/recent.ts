/** What was made for keys, for those that were asked for last: for what is pure, and takes long. */
export class Recent<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  /** @param most so many are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param make is asked for what is not there; nothing is kept if it throws */
  of(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    const value = known === undefined && !this.#values.has(key) ? make() : (known as Value);
    this.#values.delete(key); // and put behind all others
    this.#values.set(key, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value as string);
    return value;
  }
}
