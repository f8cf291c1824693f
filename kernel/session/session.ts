import { CellSyntaxError } from "../compile/cellSyntaxError.ts";
import { outputMetadata } from "../display/outputMetadata.ts";
import { showsAsStatement } from "../display/showsAsStatement.ts";
import { toMimeBundle } from "../display/toMimeBundle.ts";
import { type CellGlobals, cellGlobals } from "./cellGlobals.ts";
import { type CellFailure, describeFailure } from "./describeFailure.ts";
import { Interrupted, stopServices } from "./interruption.ts";
import { NotebookState } from "./notebookState.ts";
import { OutputQueue } from "./outputQueue.ts";
import { RanCells } from "./ranCells.ts";
import { readableStacks } from "./readableStacks.ts";
import type { PlaceInSource, SessionHost } from "./sessionHost.ts";

export interface CellRequest {
  /** What messages call the cell. */
  readonly id: string;
  readonly source: string;
  /** Receives the outputs of the cell; streams that the host catches belong in it too. */
  readonly outputs: OutputQueue;
}

export type CellOutcome =
  | { readonly status: "ok"; readonly executionCount: number }
  | { readonly status: "error"; readonly executionCount: number; readonly failure: CellFailure };

/**
 * Runs the cells of one notebook, one after the other, and keeps what they declare.
 *
 * A cell that fails leaves earlier names as they were. Errors name the cell and the line the author wrote.
 *
 * @example
 * const session = new Session(await nodeHost("/path/of/notebook.ipynb"));
 * await session.run({ id: "a", source: "const x = 1; x + 1", outputs: new OutputQueue(console.log) });
 */
export class Session implements Disposable {
  readonly #host: SessionHost;
  readonly #state: NotebookState;
  readonly #ran = new RanCells();
  readonly #isOwnFrame: (location: string) => boolean;
  readonly #placeInSource: PlaceInSource;
  readonly #endStacks: () => void;
  #count = 0;
  /** Ends the wait for the running cell. */
  #abandon: ((reason: Interrupted) => void) | undefined;
  #outputs = new OutputQueue(() => {});
  /** What cells know without declaring it. */
  readonly globals: CellGlobals;

  constructor(host: SessionHost) {
    this.#host = host;
    this.#isOwnFrame = (location) => host.isOwnFrame?.(location) ?? false;
    this.#placeInSource = host.placeInSource ?? ((_location, line, column) => ({ line, column }));
    this.#endStacks = readableStacks(this.#ran, this.#isOwnFrame, this.#placeInSource);
    this.globals = cellGlobals(host, () => host.outputs?.() ?? this.#outputs);
    host.provide?.(this.globals);
    this.#state = new NotebookState({ ...this.globals, ...host.ambient }, host.importModule);
  }

  /** Runs a cell to its end. Never throws for what the cell does: the outcome says it. */
  async run({ id, source, outputs }: CellRequest): Promise<CellOutcome> {
    this.#count += 1;
    this.#outputs = outputs;
    const executionCount = this.#count;
    const { compile, evaluate, importModule, meta, loadTypeScript, stopSwitch } = this.#host;
    try {
      const known = this.#state.names();
      const stoppable = stopSwitch?.isAtomic ? "atomic" : stopSwitch !== undefined;
      const compiled = compile(source, { known, stoppable, ...(loadTypeScript && { loadTypeScript }) });
      const name = this.#ran.add({ id, source, compiled }, executionCount);
      const cell = evaluate(compiled.code, name);
      const dynamicImport = (specifier: unknown, options?: ImportCallOptions) =>
        importModule(String(specifier), { ...options?.with });
      const stop = stopSwitch && stopServices(stopSwitch);
      const form = async (value: unknown) => {
        const metadata = outputMetadata(value);
        const data = await toMimeBundle(value, this.#host);
        return data && { data, metadata };
      };
      const made = (value: unknown): void => {
        if (!showsAsStatement(value)) return;
        outputs.push(form(value).then((shown) => shown && { output_type: "display_data", ...shown }));
      };
      const services = { ...this.#state.services, ...stop, import: dynamicImport, meta, made };
      const shown = await this.#state.transaction(async () => {
        const result = await this.#unlessAbandoned(() => cell(this.#state.values, services));
        await outputs.drain();
        return form(result?.value);
      });
      if (shown) outputs.push({ output_type: "execute_result", execution_count: executionCount, ...shown });
      return { status: "ok", executionCount };
    } catch (error) {
      await outputs.drain().catch(() => {}); // the first failure is the one to tell
      const failure = this.describe(error, id, source);
      outputs.push(failure.output);
      return { status: "error", executionCount, failure };
    }
  }

  /** All names that the next cell finds. */
  names(): ReadonlySet<string> {
    return this.#state.names();
  }

  /** Whether a cell, or the host, has declared the name. */
  has(name: string): boolean {
    return name in this.#state.values;
  }

  /** The value of a name, as the next cell would read it; undefined if nothing declared it. */
  get(name: string): unknown {
    return this.#state.values[name];
  }

  /** Gives later cells a name, as if a cell had declared it. */
  set(name: string, value: unknown): void {
    this.#state.values[name] = value;
  }

  /** Takes a name away from later cells, unless it is the host's. */
  forget(name: string): void {
    delete this.#state.values[name];
  }

  /** Stops waiting for the running cell, which ends as interrupted. Its names stay as they are. */
  interrupt(): void {
    this.#abandon?.(new Interrupted());
  }

  /** Lets go of what the session holds of the process. Its cells run no more. */
  [Symbol.dispose](): void {
    this.#endStacks();
    this.#host.close?.();
  }

  async #unlessAbandoned<T>(start: () => Promise<T>): Promise<T> {
    const abandoned = new Promise<never>((_, reject) => {
      this.#abandon = reject;
    });
    // A turn of its own: a host may cut off the JavaScript that runs, which takes all callers with it.
    const cell = Promise.resolve().then(start);
    cell.catch(() => {}); // once abandoned, how it ends is nobody's concern
    try {
      return await Promise.race([cell, abandoned]);
    } finally {
      this.#abandon = undefined;
    }
  }

  /** What went wrong, in the words and lines of the cells: for errors that surface outside `run`, as from a timer. */
  describe(error: unknown, id: string, source: string): CellFailure {
    const at = error instanceof CellSyntaxError ? error : this.#state.importFailure(error);
    return describeFailure(error, {
      cell: { id, source },
      ran: this.#ran,
      ...(at && { position: { line: at.line, column: at.column } }),
      isOwnFrame: this.#isOwnFrame,
      placeInSource: this.#placeInSource,
    });
  }
}
