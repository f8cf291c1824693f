/** Things that belong together, because something joined them. */
export class Groups<T> {
  readonly #groupOf = new Map<T, Set<T>>();

  /** Makes one group of all groups that these are in. */
  join(things: readonly T[]): void {
    const one = new Set(things.flatMap((thing) => this.of(thing)));
    for (const thing of one) this.#groupOf.set(thing, one);
  }

  /** What belongs together with this, itself among them. */
  of(thing: T): readonly T[] {
    return [...(this.#groupOf.get(thing) ?? [thing])];
  }

  all(): readonly (readonly T[])[] {
    return [...new Set(this.#groupOf.values())].map((group) => [...group]);
  }
}
