import type { ChapterRuns } from "../client/chapterRuns.ts";
import type { LiveCell } from "../client/liveCell.ts";

/** What comes of a control that a reader moves: the cells that stand on it run anew, for the newest place alone. */
export class Moves {
  readonly #runs: ChapterRuns["runs"];
  /** In the chapter's order. */
  readonly #cells: ReadonlyMap<string, LiveCell>;
  readonly #moved = new Map<string, { readonly id: string; readonly value: unknown }>();
  readonly #toFollow = new Set<string>();
  #isBusy = false;

  constructor(runs: ChapterRuns["runs"], cells: ReadonlyMap<string, LiveCell>) {
    [this.#runs, this.#cells] = [runs, cells];
  }

  /** @param id of the cell that shows the control */
  async move(id: string, control: string, value: unknown): Promise<void> {
    this.#moved.set(control, { id, value });
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (this.#moved.size + this.#toFollow.size > 0) await this.#next();
    } finally {
      this.#isBusy = false;
    }
  }

  async #next(): Promise<void> {
    const runs = await this.#runs();
    for (const [control, { id, value }] of this.#moved) {
      this.#moved.delete(control);
      for (const reached of await runs.move(id, control, value)) this.#toFollow.add(reached);
    }
    for (const [id, cell] of this.#cells) {
      if (this.#moved.size > 0) return; // what follows an old place is not wanted
      if (this.#toFollow.delete(id)) await cell.follow();
    }
    this.#toFollow.clear();
  }
}
