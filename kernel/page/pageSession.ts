import "./disposeSymbols.ts";
import type { SliceCell, SliceOf } from "../compile/slice.ts";
import type { CellOutput } from "../session/cellOutput.ts";
import type { FailedOutcome } from "../session/cellRuns.ts";
import type { ImportsTable } from "./importsTable.ts";
import type { LiveDrawing, PageCell } from "./pageCell.ts";
import type { FromWorker, Opening, ToWorker } from "./pageMessages.ts";
import type { PageOutcome } from "./pageOutcome.ts";

/** What a page gives to the worker that runs its cells. */
export interface PageSessionOptions {
  /** The address of the worker's script, what `buildCellWorker` made: of a file, or of a blob. */
  readonly worker: string;
  readonly table: ImportsTable;
  /** The source of a module, by its name in the table. */
  source(name: string): Promise<string>;
  /** Files that libraries fetch, such as a tensor backend's, by name; and their bytes. */
  readonly files?: Readonly<Record<string, () => Promise<Uint8Array>>>;
  onOutput(cellId: string, output: CellOutput): void;
  /** Told by what a library computes, where there is a choice. */
  onComputes?(by: string): void;
  /** Told of failures in what a cell had started and left behind, which its outputs show already. */
  onLateFailure?(cellId: string, outcome: FailedOutcome): void;
}

type WithoutAsk<Message> = Message extends { ask: number } ? Omit<Message, "ask"> : never;
/** What a worker answers, apart from running a cell. */
type Question = WithoutAsk<ToWorker>;

/** How long a cell may take to stop by itself before its worker is ended, and with it all names: a page can be busy. */
const patienceMs = 1000;

/**
 * The cells of a page, run in a worker: one after the other, in the order in which they were asked for.
 *
 * @example
 * const session = new PageSession({ worker, table, source, onOutput: (id, output) => show(id, output) });
 * await session.run({ id: "a", source: "1 + 1" });
 */
export class PageSession implements Disposable {
  readonly #options: PageSessionOptions;
  #worker: Running | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: PageSessionOptions) {
    this.#options = options;
  }

  /** Runs a cell after those before it. Never throws for what the cell does: the outcome says it. */
  run(cell: PageCell): Promise<PageOutcome> {
    return this.#next((worker) => worker.run(cell));
  }

  /**
   * The cells that some cells need, or that a change of theirs reaches: `slice` of the compiler, in the worker.
   *
   * @throws {Error} if one of them cannot be compiled, or the worker ended
   */
  slice(cells: readonly SliceCell[], of: SliceOf): Promise<readonly string[]> {
    return this.#next((worker) => worker.ask<readonly string[]>({ type: "slice", cells, of }));
  }

  /**
   * The steered figure of a cell that has run, as a reader wishes it.
   *
   * @param wish what the figure is drawn from: its setting, and what its library asks for
   * @throws {Error} if the cell has none, it cannot be drawn so, or the worker ended
   */
  draw(id: string, wish: readonly unknown[]): Promise<LiveDrawing> {
    return this.#next((worker) => worker.ask<LiveDrawing>({ type: "draw", id, wish }));
  }

  /** Moves a control that a cell has shown, and waits for what listens to it. */
  move(control: string, value: unknown): Promise<void> {
    return this.#next((worker) => worker.ask<void>({ type: "move", control, value }));
  }

  #next<T>(ask: (worker: Running) => Promise<T>): Promise<T> {
    const outcome = this.#last.then(() => {
      if (!this.#worker?.isAlive) this.#worker = new Running(this.#options);
      return ask(this.#worker);
    });
    this.#last = outcome.catch(() => {});
    return outcome;
  }

  /**
   * Stops the running cell. Where the page is isolated its names stay: "stopped". Else, or where it does not listen, the
   * worker ends, and with it all names: "restarted".
   */
  async stop(): Promise<"stopped" | "restarted"> {
    const worker = this.#worker;
    if (!worker || (await worker.stop(patienceMs))) return "stopped";
    worker.end("the cell was stopped, and names are gone", true);
    this.#worker = undefined;
    return "restarted";
  }

  [Symbol.dispose](): void {
    this.#worker?.end("the page has closed it");
    this.#worker = undefined;
  }
}

/** A worker that lives, and the cell that it runs. */
class Running {
  readonly #options: PageSessionOptions;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #stop: SharedArrayBuffer | undefined;
  #isAlive = true;
  #count = 0;
  #end: ((outcome: PageOutcome) => void) | undefined;
  readonly #asked = new Map<number, PromiseWithResolvers<unknown>>();

  constructor(options: PageSessionOptions) {
    this.#options = options;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#stop = globalThis.crossOriginIsolated ? new SharedArrayBuffer(4) : undefined;
    this.#worker = new Worker(options.worker);
    // A script that does not come is told of by an event without words.
    this.#worker.onerror = ({ message = "it could not be loaded" }) =>
      this.end(`its worker failed: ${message}`);
    port1.onmessage = (event: MessageEvent<FromWorker>) => this.#hear(event.data);
    const { table, files = {} } = options;
    const opening: Opening = {
      port: port2,
      table,
      files: Object.keys(files),
      ...(this.#stop && { stop: this.#stop }),
    };
    this.#worker.postMessage(opening, [port2]);
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  ask<Answer>(what: Question): Promise<Answer> {
    this.#count += 1;
    const answer = Promise.withResolvers<unknown>();
    this.#asked.set(this.#count, answer);
    this.#post({ ...what, ask: this.#count } as ToWorker);
    return answer.promise as Promise<Answer>;
  }

  run(cell: PageCell): Promise<PageOutcome> {
    this.#count += 1;
    if (this.#stop) Atomics.store(new Int32Array(this.#stop), 0, 0);
    const outcome = new Promise<PageOutcome>((resolve) => {
      this.#end = resolve;
    });
    this.#post({ type: "run", run: this.#count, ...cell });
    return outcome;
  }

  /** @returns whether the cell has ended by itself */
  async stop(patienceMs: number): Promise<boolean> {
    if (!this.#end) return this.#asked.size === 0;
    if (!this.#stop) return false;
    const end = this.#end;
    const isOver = new Promise<boolean>((resolve) => {
      this.#end = (outcome) => {
        end(outcome);
        resolve(true);
      };
      setTimeout(() => resolve(false), patienceMs);
    });
    Atomics.store(new Int32Array(this.#stop), 0, 1);
    this.#post({ type: "stop", run: this.#count });
    return isOver;
  }

  end(why: string, wasStopped = false): void {
    this.#isAlive = false;
    this.#worker.terminate();
    this.#port.close();
    this.#settle({ status: "gone", why, wasStopped });
    for (const { reject } of this.#asked.values()) reject(new Error(why));
  }

  #settle(outcome: PageOutcome): void {
    const end = this.#end;
    this.#end = undefined;
    end?.(outcome);
  }

  #post(message: ToWorker): void {
    this.#port.postMessage(message);
  }

  #hear(message: FromWorker): void {
    switch (message.type) {
      case "output":
        this.#options.onOutput(message.id, message.output);
        break;
      case "done":
        if (message.run === this.#count) this.#settle(message.outcome);
        break;
      case "answered":
        this.#asked.get(message.ask)?.resolve(message.answer);
        this.#asked.delete(message.ask);
        break;
      case "unanswered":
        this.#asked.get(message.ask)?.reject(new Error(message.why));
        this.#asked.delete(message.ask);
        break;
      case "late-failure":
        this.#options.onLateFailure?.(message.id, message.outcome);
        break;
      case "computes":
        this.#options.onComputes?.(message.by);
        break;
      case "need":
        void this.#give(message);
    }
  }

  async #give({ need, kind, names }: Extract<FromWorker, { type: "need" }>): Promise<void> {
    const { source, files = {} } = this.#options;
    try {
      const parts = await Promise.all(
        names.map((name) => (kind === "modules" ? source(name) : files[name]!())),
      );
      this.#post({ type: "given", need, parts });
    } catch (error) {
      this.#post({
        type: "refused",
        need,
        why: `Cannot load ${names.join(", ")}: ${(error as Error).message}`,
      });
    }
  }
}
