import type { LiveCell } from "../../live/liveChapter.ts";

/** What has run in the worker since it began, and with it what need not run again. */
export class RanHere {
  readonly #touches: ReadonlyMap<string, readonly string[]>;
  #runs: { readonly id: string; readonly source: string }[] = [];

  constructor(cells: readonly Pick<LiveCell, "id" | "touches">[]) {
    this.#touches = new Map(cells.map(({ id, touches }) => [id, touches]));
  }

  add(id: string, source: string): void {
    this.#runs.push({ id, source });
  }

  /** What these gave is not what they would give now. */
  forget(ids: readonly string[]): void {
    this.#runs = this.#runs.filter(({ id }) => !ids.includes(id));
  }

  /** The worker has ended, and all names with it. */
  forgetAll(): void {
    this.#runs = [];
  }

  /**
   * What of cells must run for the last of them to find what it finds in the notebook: it, and those before it from the
   * first on that has not run as it stands, in this order, or whose names another cell has changed since.
   *
   * @param cells in the notebook's order
   */
  toRun(cells: readonly string[], sourceOf: (id: string) => string): readonly string[] {
    const before = cells.slice(0, -1);
    let latest = -1;
    for (const [place, id] of before.entries()) {
      const at = this.#runs.findLastIndex((run) => run.id === id);
      const isFresh =
        at > latest &&
        this.#runs[at]?.source === sourceOf(id) &&
        !this.#runs.slice(at + 1).some((run) => !before.includes(run.id) && this.#isTouched(id, run.id));
      if (!isFresh) return cells.slice(place);
      latest = at;
    }
    return cells.slice(-1);
  }

  #isTouched(id: string, by: string): boolean {
    return this.#touches.get(by)?.includes(id) ?? false;
  }
}
