import type { CellDiagnostic } from "../../check/cellDiagnostics.ts";
import { isOfGrammar, type Told, untoldFindings } from "../../check/untoldFindings.ts";

/**
 * How long a cell may run before it is told what the checker found: most end first, some with an error that says it.
 * Where the machine is busy, even a cell that fails at its first word takes seconds.
 */
const patienceMs = 5000;

/** What the type checker has to say of a cell that runs: once, less what the cell's own error says. */
export class CellCheck {
  /** Resolves once the checker's words, if any, are on their way or have to wait for the cell's end. */
  readonly answered: Promise<void>;
  readonly #tell: (found: readonly CellDiagnostic[]) => void;
  readonly #timer: NodeJS.Timeout;
  #found: readonly CellDiagnostic[] = [];
  #told: Told | undefined;
  #hasEnded = false;
  #mayTell = false;

  /** @param tell called at most once for every finding, with one or more */
  constructor(
    found: Promise<readonly CellDiagnostic[] | undefined>,
    tell: (found: readonly CellDiagnostic[]) => void,
  ) {
    this.#tell = tell;
    this.#timer = setTimeout(() => this.#open(), patienceMs);
    this.answered = found.then((all = []) => {
      this.#found = all;
      this.#say();
    });
  }

  /** The cell has come to its end, with this error or none. */
  end(told: Told | undefined): void {
    clearTimeout(this.#timer);
    this.#told = told;
    this.#hasEnded = true;
    this.#open();
  }

  #open(): void {
    this.#mayTell = true;
    this.#say();
  }

  #say(): void {
    if (!this.#mayTell) return;
    // A cell that cannot be read ends as it begins: its own error is on its way.
    if (!this.#hasEnded && this.#found.some(isOfGrammar)) return;
    const untold = untoldFindings(this.#found, this.#told);
    this.#found = [];
    if (untold.length > 0) this.#tell(untold);
  }
}
