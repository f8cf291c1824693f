import { type Readings, runsNeeded, type Sweep } from "generation-loss/sweep";

/** What is known of one point: its runs so far, which come in any order. */
export class PointRuns {
  readonly #sweep: Sweep;
  readonly #parts = new Map<number, Readings>();
  /** Runs 0 … known − 1, copied together as they come; longer than that. */
  #columns: Record<string, Float64Array[]> | undefined;
  #known = 0;
  #looked = 0;
  #needed: number | undefined;

  constructor(sweep: Sweep) {
    this.#sweep = sweep;
  }

  /** How many runs the point will have, where that is known: all of them, or fewer with `until`. */
  get needed(): number | undefined {
    return this.#needed;
  }
  /** How many runs are known without a gap. */
  get known(): number {
    return this.#known;
  }
  get isDone(): boolean {
    return this.#needed !== undefined && this.#known >= this.#needed;
  }

  /** Takes runs that were done. Those that are here already are the same, and so is what is behind the end. */
  take(firstRun: number, readings: Readings): void {
    if (firstRun < this.#known) return;
    this.#parts.set(firstRun, readings);
    for (let part = this.#parts.get(this.#known); part; part = this.#parts.get(this.#known)) {
      this.#parts.delete(this.#known);
      this.#append(part);
    }
    if (this.#needed !== undefined) return;
    const { runs } = this.#sweep;
    this.#needed = this.#columns && runsNeeded(this.#sweep, this.#view(this.#known), this.#looked);
    this.#looked = this.#known;
    if (this.#known >= runs) this.#needed ??= runs;
  }

  /** All runs of a point that is done. */
  get readings(): Readings {
    return this.#view(this.#needed ?? this.#known);
  }

  #append(part: Readings): void {
    const added = Object.values(part)[0]?.[0]?.length ?? 0;
    this.#columns ??= Object.fromEntries(
      Object.entries(part).map(([name, columns]) => [name, columns.map(() => new Float64Array(added))]),
    );
    const own = this.#columns;
    for (const [name, columns] of Object.entries(part))
      for (const [i, column] of columns.entries()) {
        const before = own[name]![i]!;
        const room = this.#known + added;
        if (before.length < room) {
          const more = new Float64Array(Math.max(room, Math.min(2 * before.length, this.#sweep.runs)));
          more.set(before.subarray(0, this.#known));
          own[name]![i] = more;
        }
        own[name]![i]!.set(column, this.#known);
      }
    this.#known += added;
  }

  #view(runs: number): Readings {
    return Object.fromEntries(
      Object.entries(this.#columns ?? {}).map(([name, columns]) => [
        name,
        columns.map((column) => column.subarray(0, runs)),
      ]),
    );
  }
}
