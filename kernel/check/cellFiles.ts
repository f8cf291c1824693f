import type * as TypeScript from "typescript";
import type { LanguagePlace, LanguageSystem } from "./languagePlace.ts";

/** A cell as a file: the line that brings the names it sees, and what was typed. */
interface Cell {
  readonly prelude: string;
  readonly text: string;
}

/** The files of a notebook's program: cells, which are in no file system, and all others, which are. */
export class CellFiles {
  readonly #tsc: LanguagePlace["tsc"];
  readonly #system: LanguageSystem;
  readonly #cells = new Map<string, Cell>();
  readonly #versions = new Map<string, number>();
  readonly #snapshots = new Map<
    string,
    { readonly version: string; readonly snapshot: TypeScript.IScriptSnapshot }
  >();
  /** How often a cell has changed. */
  changes = 0;

  constructor({ tsc, system }: Pick<LanguagePlace, "tsc" | "system">) {
    this.#tsc = tsc;
    this.#system = system;
  }

  put(file: string, prelude: string, text: string): void {
    const old = this.#cells.get(file);
    if (old?.prelude === prelude && old.text === text) return;
    this.changes += 1;
    this.#cells.set(file, { prelude, text });
    this.#versions.set(file, (this.#versions.get(file) ?? 0) + 1);
  }

  cell(file: string): Cell | undefined {
    return this.#cells.get(file);
  }

  readonly read = (file: string): string | undefined => {
    const cell = this.#cells.get(file);
    return cell ? cell.prelude + cell.text : this.#system.readFile(file);
  };

  readonly exists = (file: string): boolean => this.#cells.has(file) || this.#system.fileExists(file);

  readonly version = (file: string): string => String(this.#versions.get(file) ?? this.#versionOf(file));

  /** Asked for every file of every program: hundreds of files, for each cell. */
  readonly snapshot = (file: string): TypeScript.IScriptSnapshot | undefined => {
    const version = this.version(file);
    const known = this.#snapshots.get(file);
    if (known?.version === version) return known.snapshot;
    const text = this.read(file);
    if (text === undefined) return undefined;
    const snapshot = this.#tsc.ScriptSnapshot.fromString(text);
    this.#snapshots.set(file, { version, snapshot });
    return snapshot;
  };

  /** Changes when the file does. Installed packages are taken as they were: there are hundreds of files in them. */
  #versionOf(file: string): number {
    return file.includes("/node_modules/") ? 1 : (this.#system.getModifiedTime?.(file)?.getTime() ?? 0);
  }
}
