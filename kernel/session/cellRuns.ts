import { type CellScope, stopScope } from "./cellScope.ts";
import { Interrupted, type StopSwitch } from "./interruption.ts";
import type { OutputQueue } from "./outputQueue.ts";
import type { Scopes } from "./scopes.ts";
import { type CellOutcome, Session } from "./session.ts";
import type { SessionHost } from "./sessionHost.ts";

/** The outcome of a cell that failed. */
export type FailedOutcome = Extract<CellOutcome, { status: "error" }>;

/** What a host tells of itself, beside how it runs a cell. */
export interface RunsHost<Scope extends CellScope> extends Omit<SessionHost, "outputs" | "stopSwitch"> {
  readonly scopes: Scopes;
  /** Takes what belongs to no cell: what is written before the first one begins. */
  readonly nobody: Scope;
  /** Element 0 asks the running cell to stop; without it, cells run to their end. */
  readonly stops?: Omit<StopSwitch, "isStopped">;
  /** Told of a failure in what a cell had started and left behind, which its outputs show already. */
  onLateFailure?(scope: Scope, outcome: FailedOutcome): void;
}

/**
 * The cells of a notebook between their session and whoever shows their outputs: whose output it is, what fails after a
 * cell's end, what a stop ends. The same on every host.
 */
export class CellRuns<Scope extends CellScope> implements Disposable {
  readonly session: Session;
  readonly #host: RunsHost<Scope>;
  #newest: Scope;

  constructor(host: RunsHost<Scope>) {
    this.#host = host;
    this.#newest = host.nobody;
    const { scopes, stops } = host;
    const isStopped = (): boolean => scopes.current()?.stopped ?? false;
    this.session = new Session({
      ...host,
      outputs: () => this.outputs,
      ...(stops && { stopSwitch: { ...stops, isStopped } }),
    });
  }

  /** The cell that the running code belongs to; the newest where nobody can tell. */
  get scope(): Scope {
    return (this.#host.scopes.current() as Scope | undefined) ?? this.#newest;
  }

  /** Where the running code's outputs belong. */
  get outputs(): OutputQueue {
    return this.scope.outputs;
  }

  /** From now on this is the newest cell. */
  begin(scope: Scope): void {
    this.#newest = scope;
  }

  /** Runs a cell, or other work of its own, as that cell. */
  run(scope: Scope): Promise<CellOutcome>;
  run<T>(scope: Scope, work: () => T): T;
  run(scope: Scope, work: () => unknown = () => this.session.run(scope)): unknown {
    return this.#host.scopes.within(scope, work);
  }

  /** Shows what failed outside a running cell among the outputs of the cell that had started it; a stopped one is silent. */
  readonly failLate = (error: unknown): void => {
    const { scope } = this;
    if (scope.stopped) return;
    const outcome = this.failed(scope, error); // also where nobody is told of it
    this.#host.onLateFailure?.(scope, outcome);
  };

  /** Ends what a cell runs; its names stay. */
  stop(scope: Scope): void {
    stopScope(scope);
    this.session.interrupt();
  }

  /** What is said of a cell that was stopped. */
  interrupted(scope: Scope): FailedOutcome {
    return this.failed(scope, new Interrupted());
  }

  /** Shows an error among a cell's outputs, in the cell's own words and lines. */
  failed(scope: Scope, error: unknown): FailedOutcome {
    const failure = this.session.describe(error, scope.id, scope.source);
    scope.outputs.push(failure.output);
    return { status: "error", executionCount: 0, failure };
  }

  [Symbol.dispose](): void {
    this.session[Symbol.dispose]();
  }
}
