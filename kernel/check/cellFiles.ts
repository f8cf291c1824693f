import type * as TypeScript from "typescript";
import type { LanguagePlace, LanguageSystem } from "./languagePlace.ts";

/** A cell as a file: the line that brings the names it sees, and what was typed. */
interface Cell {
  readonly prelude: string;
  readonly text: string;
}

/** What the language service notes of a file: the version that it asked for. */
type VersionedFile = TypeScript.SourceFile & { readonly version?: string };

/** How long a file that was looked at counts as it was: several cells in a row are checked in less. */
const restMs = 200;

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
  /** How often a file has changed that a program may hold. A new one is in none. */
  changes = 0;
  /** Whether a cell that ran has another text since the last `renew`: a program may know it without being asked for it. */
  isRewritten = false;
  #lookedAt = 0;

  constructor({ tsc, system }: Pick<LanguagePlace, "tsc" | "system">) {
    this.#tsc = tsc;
    this.#system = system;
  }

  put(file: string, prelude: string, text: string): void {
    const old = this.#cells.get(file);
    if (old?.prelude === prelude && old.text === text) return;
    if (old) {
      this.changes += 1;
      if (/\/cell-\d+\.ts$/.test(file)) this.isRewritten = true;
    }
    this.#cells.set(file, { prelude, text });
    this.#versions.set(file, (this.#versions.get(file) ?? 0) + 1);
  }

  /** As if a file had changed: a program that holds it is made anew. */
  renew(file: string): void {
    this.changes += 1;
    this.isRewritten = false;
    this.#versions.set(file, (this.#versions.get(file) ?? 0) + 1);
  }

  /** Whether one of a program's files is newer than the program. Asked again soon after, it does not look. */
  areEdited(files: readonly TypeScript.SourceFile[]): boolean {
    const now = performance.now();
    if (now - this.#lookedAt < restMs) return false;
    this.#lookedAt = now;
    return files.some((file) => {
      const { fileName, version } = file as VersionedFile;
      if (fileName.includes("/node_modules/") || this.#cells.has(fileName)) return false;
      return version !== this.version(fileName);
    });
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
