import type { Output } from "../../../kernel/notebook/notebook.ts";
import type { LiveDrawing } from "../../../kernel/page/pageCell.ts";
import type { PageOutcome } from "../../../kernel/page/pageOutcome.ts";
import { PageSession } from "../../../kernel/page/pageSession.ts";
import { OutputCollector } from "../../../kernel/session/outputCollector.ts";
import type { LiveCell, LiveChapter } from "../../live/liveChapter.ts";
import { outputsDigest } from "../../live/outputsDigest.ts";
import { textDigest } from "../../live/textDigest.ts";
import { unpackLive } from "../../live/unpackLive.ts";
import { RanHere } from "./ranHere.ts";
import { textOf } from "./texts.ts";

/** What whoever asked for a cell is told while it runs. */
export interface Watching {
  /** Cell number `at` of `of`, from 1: those before the last are what it needs. */
  onCell(at: number, of: number): void;
  /** The outputs of the cell itself, so far. */
  onOutput(outputs: readonly Output[]): void;
}

/** Told of a cell's outputs when something joins them after its end, or has changed one: that matters where they show. */
export type OnLate = (id: string, outputs: readonly Output[], isChange?: boolean) => void;

export interface LiveResult {
  readonly outcome: PageOutcome;
  /** The cell that ended it: the one asked for, or one that it needs and that failed. */
  readonly id: string;
  readonly outputs: readonly Output[];
  /** How many cells ran before it because it needs them. */
  readonly before: number;
  readonly ms: number;
  /** Whether it gave what the book prints; undefined if there is nothing to hold it against. */
  readonly isSame: boolean | undefined;
}

const base64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** A chapter's cells, run in its page: each after the cells that it needs, and these only where they have not run yet. */
export class LiveRuns {
  readonly #chapter: LiveChapter;
  /** Where the scripts stand, with a slash at its end. */
  readonly folder: string;
  readonly #session: PageSession;
  readonly #collect = new OutputCollector();
  readonly #ran: RanHere;
  /** As the reader has them now. */
  readonly #sources: Map<string, string>;
  readonly #given: ReadonlyMap<string, string>;
  /** Something may have changed the page's text, as a translator does: then cells are compiled here. */
  readonly #isAsBuilt: boolean;
  #target: { readonly id: string; readonly watching: Watching } | undefined;
  /** Where the reader has put controls. */
  readonly #moved = new Map<string, unknown>();
  #running: string | undefined;
  /** What the cells' libraries compute by, where there is a choice. */
  computesBy: string | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param worker the address of the worker
   * @param folder where the scripts stand, with a slash at its end
   * @param sources of all cells, as the page prints them
   * @param onLate is told of what comes after a cell's end
   */
  constructor(
    chapter: LiveChapter,
    worker: string,
    folder: string,
    sources: ReadonlyMap<string, string>,
    onLate: OnLate,
  ) {
    this.#chapter = chapter;
    this.folder = folder;
    this.#given = sources;
    this.#sources = new Map(sources);
    const printed = chapter.cells.map(({ id }) => sources.get(id) ?? "");
    this.#isAsBuilt = textDigest(printed.join("\0")) === chapter.digest;
    this.#ran = new RanHere(chapter.cells);
    const text = (name: string): Promise<string> => textOf(folder + name, name);
    this.#session = new PageSession({
      worker,
      table: chapter.table,
      source: text,
      files: Object.fromEntries(
        Object.entries(chapter.files).map(([name, script]) => [
          name,
          async () => base64(await textOf(folder + script, script)),
        ]),
      ),
      onComputes: (by) => {
        this.computesBy = by;
      },
      onOutput: (id, output) => {
        this.#collect.add(id, output);
        const outputs = this.#collect.of(id);
        if (id === this.#target?.id) this.#target.watching.onOutput(outputs);
        else if (id !== this.#running) onLate(id, outputs);
        // What a cell changes may stand in another.
        if (output.output_type === "update_display_data")
          for (const { id: other } of chapter.cells)
            if (other !== this.#target?.id) onLate(other, this.#collect.of(other), true);
      },
    });
  }

  /** The name of the script that says what knows the types of its cells. */
  get types(): string {
    return this.#chapter.types;
  }

  /** The cells above one, as the reader has them now. */
  above(id: string): string[] {
    const { cells } = this.#chapter;
    return cells
      .slice(
        0,
        cells.findIndex((each) => each.id === id),
      )
      .map((each) => this.#sources.get(each.id) ?? "");
  }

  /** Whether the reader has changed a cell. */
  get isChanged(): boolean {
    return [...this.#sources].some(([id, source]) => source !== this.#given.get(id));
  }

  /** From now on a cell is this. */
  change(id: string, source: string): void {
    this.#sources.set(id, source);
  }

  /** Runs a cell after those that were asked for before. Never throws for what cells do. */
  run(id: string, watching: Watching): Promise<LiveResult> {
    const result = this.#last.then(() => this.#run(id, watching));
    this.#last = result.catch(() => {});
    return result;
  }

  /**
   * The steered figure of a cell as its reader wishes it, after what it needs has run.
   *
   * @throws {Error} if a cell fails, or the figure cannot be drawn so
   */
  draw(id: string, wish: readonly unknown[], onCell: Watching["onCell"]): Promise<LiveDrawing> {
    const drawing = this.#last.then(() => this.#draw(id, wish, onCell));
    this.#last = drawing.catch(() => {});
    return drawing;
  }

  /**
   * Moves a control that a cell has shown.
   *
   * @returns the cells that stand on it, in order: what they gave before is no more theirs. One that sets it does not follow
   */
  async move(id: string, control: string, value: unknown): Promise<readonly string[]> {
    this.#moved.set(control, value);
    await this.#session.move(control, value);
    const reached: LiveCell[] = [];
    for (const cell of this.#chapter.cells) if ((await this.#needs(cell.id)).includes(id)) reached.push(cell);
    this.#ran.forget(reached.map((cell) => cell.id));
    return reached.filter(({ touches }) => !touches.includes(id)).map((cell) => cell.id);
  }

  /** Ends the running cell. @returns whether the names of all cells are gone */
  async stop(): Promise<boolean> {
    const isGone = (await this.#session.stop()) === "restarted";
    if (isGone) await this.#beginAnew();
    return isGone;
  }

  async #run(id: string, watching: Watching): Promise<LiveResult> {
    const began = performance.now();
    const plan = await this.#plan(id);
    for (const [at, each] of plan.entries()) {
      watching.onCell(at + 1, plan.length);
      const isLast = at === plan.length - 1;
      this.#target = isLast ? { id, watching } : undefined;
      const outcome = await this.#runOne(each, !isLast);
      if (isLast || outcome.status !== "ok") {
        this.#target = undefined;
        const outputs = this.#collect.of(each);
        const ms = performance.now() - began;
        return { outcome, id: each, outputs, before: plan.length - 1, ms, isSame: this.#isSame(id, outputs) };
      }
    }
    throw new Error(`there is no cell ${id}`);
  }

  async #draw(id: string, wish: readonly unknown[], onCell: Watching["onCell"]): Promise<LiveDrawing> {
    const cells = [...(await this.#needs(id)), id];
    // The figure stands for what comes after its cell.
    const toRun = this.#ran.toRun([...cells, ""], (each) => this.#sources.get(each) ?? "").slice(0, -1);
    for (const [at, each] of toRun.entries()) {
      onCell(at + 1, toRun.length);
      const outcome = await this.#runOne(each, true);
      if (outcome.status === "gone") throw new Error("stopped");
      if (outcome.status !== "ok") throw new Error(`${each}: ${outcome.failure.message}`);
    }
    return this.#session.draw(id, wish);
  }

  /** @param isLive whether nobody looks at its outputs */
  async #runOne(id: string, isLive: boolean): Promise<PageOutcome> {
    const source = this.#sources.get(id) ?? "";
    const cell = this.#chapter.cells.find((each) => each.id === id);
    const isGiven = source === this.#given.get(id);
    this.#collect.start(id);
    this.#running = id;
    const outcome = await this.#session.run({
      ...{ id, source, isLive },
      ...(isGiven && this.#isAsBuilt && cell?.compiled && { compiled: unpackLive(cell.compiled, source) }),
    });
    this.#running = undefined;
    if (outcome.status === "gone") await this.#beginAnew();
    else if (outcome.status === "ok") this.#ran.add(id, source);
    return outcome;
  }

  /** Nothing has run in the next worker; its controls will stand where they stand in the page. */
  async #beginAnew(): Promise<void> {
    this.#ran.forgetAll();
    for (const [control, value] of this.#moved) await this.#session.move(control, value);
  }

  /** The cell, behind those that have to run before it. */
  async #plan(id: string): Promise<readonly string[]> {
    return this.#ran.toRun([...(await this.#needs(id)), id], (each) => this.#sources.get(each) ?? "");
  }

  /** As the build found them; with a changed cell, found anew. */
  async #needs(id: string): Promise<readonly string[]> {
    const { cells } = this.#chapter;
    const needs = cells.find((each) => each.id === id)?.needs ?? [];
    if (!this.isChanged) return needs;
    const above = cells.slice(0, cells.findIndex((each) => each.id === id) + 1);
    const sliceable = above.map((each) => ({ id: each.id, source: this.#sources.get(each.id) ?? "" }));
    const found = await this.#session.slice(sliceable, { wanted: [id] }).catch(() => undefined);
    // A changed cell may declare no longer what this one needs, or be no program: it says so as it runs.
    const wanted = new Set([...needs, ...(found ?? [])]);
    return above.flatMap((each) => (each.id !== id && wanted.has(each.id) ? [each.id] : []));
  }

  #isSame(id: string, outputs: readonly Output[]): boolean | undefined {
    const digest = this.#chapter.cells.find((each) => each.id === id)?.digest;
    if (digest === undefined || this.#sources.get(id) !== this.#given.get(id)) return undefined;
    return outputsDigest(outputs) === digest;
  }
}
