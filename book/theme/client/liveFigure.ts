import type { LiveDrawing } from "../../../kernel/page/pageCell.ts";
import type { LiveSteering } from "../../render/liveSteering.ts";
import type { ChapterRuns } from "./chapterRuns.ts";

/** What a reader wishes a figure to be drawn from. */
export interface Wish {
  readonly at: Readonly<Record<string, number | string>>;
  /** How often another draw was asked for. */
  readonly count: number;
}

/** Computes a steered figure while its reader waits: the newest wish, whatever was wished while the one before was drawn. */
export class LiveFigure {
  readonly #steering: LiveSteering;
  readonly #own: ChapterRuns;
  #newest: Wish | undefined;
  #isBusy = false;

  constructor(steering: LiveSteering, own: ChapterRuns) {
    [this.#steering, this.#own] = [steering, own];
  }

  /** No figure that is still to come is wanted any more. */
  forget(): void {
    this.#newest = undefined;
  }

  /**
   * @param say is told what it waits for
   * @returns undefined if another wish has come meanwhile
   * @throws {Error} if a cell fails, or the figure cannot be drawn so
   */
  async draw(wish: Wish, say: (words: string) => void): Promise<LiveDrawing | undefined> {
    this.#newest = wish;
    while (this.#isBusy) {
      await new Promise((soon) => setTimeout(soon, 10));
      if (this.#newest !== wish) return undefined;
    }
    this.#isBusy = true;
    try {
      const soon = setTimeout(() => say("Loading what computes it …"), 150);
      const runs = await this.#own.runs().finally(() => clearTimeout(soon));
      const { cell, domains } = this.#steering;
      const drawn = await runs.draw(cell, [wish.at, wish.count, domains], (at, of) =>
        say(`Running the cells that it needs: ${at} of ${of} …`),
      );
      return this.#newest === wish ? drawn : undefined;
    } finally {
      this.#isBusy = false;
    }
  }

  /** Ends what it waits for. */
  async stop(): Promise<void> {
    await (await this.#own.runs()).stop();
  }
}
