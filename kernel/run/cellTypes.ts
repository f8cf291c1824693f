import { dirname } from "node:path";
import type { CellLanguage } from "../check/cellLanguage.ts";
import { typePolicy } from "../check/typePolicy.ts";
import { type ProtocolError, typeRefusal } from "../check/typeRefusal.ts";
import type { MimeBundle } from "../notebook/notebook.ts";

/** What the checker says of a cell before it runs: why it does not run, or what is shown above its outputs. */
export interface CheckedCell {
  readonly refusal?: ProtocolError;
  readonly note?: MimeBundle;
}

/**
 * Types where a notebook is run whole. Nobody looks unless a cell says `// types: error` (or `warn`), or the environment
 * does: loading TypeScript takes longer than most notebooks run. Once it is asked for, it has seen all cells.
 */
export class CellTypes {
  readonly #directory: string;
  readonly #environment: string;
  /** What it is to be told once it is loaded. */
  readonly #ran: ((language: CellLanguage) => void)[] = [];
  #language: CellLanguage | undefined;

  /** @param environment what holds for cells that say nothing: `GENLOSS_TYPES` */
  constructor(path: string, environment: string | undefined) {
    this.#directory = dirname(path);
    this.#environment = environment ?? "off";
  }

  /** Looks at a cell that is about to run. */
  async check(source: string): Promise<CheckedCell> {
    const policy = typePolicy(source, this.#environment);
    if (policy === "off") return {};
    const found = (await this.#load()).diagnostics(source);
    const refusal = policy === "error" ? typeRefusal(source, found) : undefined;
    if (refusal) return { refusal };
    if (found.length === 0) return {};
    const { showDiagnostics } = await import("../check/showDiagnostics.ts");
    return { note: showDiagnostics(source, found) };
  }

  /** Notes a cell that ran: later cells see its names. */
  add(source: string): void {
    this.#tell((language) => language.add(source));
  }

  /** Notes a cell that failed. */
  addFailed(source: string): void {
    this.#tell((language) => language.addFailed(source));
  }

  #tell(note: (language: CellLanguage) => void): void {
    if (this.#language) note(this.#language);
    else this.#ran.push(note);
  }

  async #load(): Promise<CellLanguage> {
    if (this.#language) return this.#language;
    const [{ CellLanguage }, { diskPlace }] = await Promise.all([
      import("../check/cellLanguage.ts"),
      import("../check/diskPlace.ts"),
    ]);
    this.#language = new CellLanguage(diskPlace(this.#directory));
    for (const note of this.#ran.splice(0)) note(this.#language);
    return this.#language;
  }
}
