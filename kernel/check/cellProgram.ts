import type * as TypeScript from "typescript";
import type { CellFiles } from "./cellFiles.ts";
import type { LanguagePlace } from "./languagePlace.ts";

/** What TypeScript has and does not announce: it makes symbols of a file that no program has asked for. */
interface Binding {
  bindSourceFile(file: TypeScript.SourceFile, options: TypeScript.CompilerOptions): void;
}

/** A program's questions that a checker asks as it goes, not announced either. */
interface AskedProgram extends TypeScript.Program {
  getResolvedModule(file: PathedFile, name: string, mode: TypeScript.ResolutionMode): unknown;
}

type PathedFile = TypeScript.SourceFile & { path: string };

/** After so many cells a program is let go: its checker remembers each of them. */
const mostCells = 1000;

/** What brings files of its own, or changes what all files see: only a new program knows of it. */
const reachesFurther = /\b(?:import|export|declare|require|global)\b|\/\/\//;

/** Names of cells, as their fellows write them. */
const beside = /^\.\/(cell-\d+\.ts)$/;

/**
 * Cells beside a program that was made without them. A program, and its checker with it, takes milliseconds to make anew
 * for a cell, most of which go into the names of the libraries, and these stay. So a checker is shown cells as files
 * that its program did not have when it began; they are modules, and what they declare changes nothing for others.
 */
export class CellProgram {
  readonly #tsc: LanguagePlace["tsc"];
  readonly #directory: string;
  readonly #files: CellFiles;
  readonly #options: TypeScript.CompilerOptions;
  /** Cells that ran, as far as later ones have asked for them. They outlive a program. */
  readonly #ran = new Map<string, { readonly text: string; readonly file: PathedFile }>();
  #program: AskedProgram | undefined;
  /** How the program writes the folder of the cells. */
  #folder = "";
  #count = 0;

  constructor({ tsc, directory, options }: LanguagePlace, files: CellFiles) {
    this.#tsc = tsc;
    this.#directory = directory;
    this.#files = files;
    this.#options = options;
  }

  /** Whether a cell can be looked at beside a program that does not know it. */
  static suits(source: string): boolean {
    return !reachesFurther.test(source);
  }

  /** Whether the program has looked at so many cells that a new one is due. */
  get isWorn(): boolean {
    return this.#count >= mostCells;
  }

  /**
   * What is wrong with a cell.
   *
   * @param program one that is up to date with the files
   * @param root a file of the program's that lies where the cells do
   * @param text the cell, with the line before it that brings what it sees
   */
  diagnostics(program: TypeScript.Program, root: string, text: string): readonly TypeScript.Diagnostic[] {
    if (program !== this.#program) this.#widen(program as AskedProgram, root);
    this.#count += 1;
    // A checker knows its files by their names, so each has one of its own.
    const file = this.#bound(`cell-draft-${this.#count}.ts`, text);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  }

  /** From now on the program finds cells that it was not made with. */
  #widen(program: AskedProgram, root: string): void {
    const { getSourceFile, getResolvedModule } = program;
    const { path } = program.getSourceFile(root) as PathedFile;
    this.#folder = path.slice(0, path.lastIndexOf("/"));
    this.#program = program;
    this.#count = 0;
    program.getSourceFile = (name) => getSourceFile(name) ?? this.#cell(name);
    program.getResolvedModule = (file, name, mode) => {
      const cell = file.path.startsWith(`${this.#folder}/cell-`) ? beside.exec(name)?.[1] : undefined;
      if (cell === undefined) return getResolvedModule(file, name, mode);
      const resolvedFileName = `${this.#directory}/${cell}`;
      return { resolvedModule: { resolvedFileName, extension: ".ts", isExternalLibraryImport: false } };
    };
  }

  #cell(name: string): PathedFile | undefined {
    const cell = this.#files.cell(name);
    if (!cell) return undefined;
    const text = cell.prelude + cell.text;
    const known = this.#ran.get(name);
    if (known?.text === text) return known.file;
    const file = this.#bound(name.slice(name.lastIndexOf("/") + 1), text);
    this.#ran.set(name, { text, file });
    return file;
  }

  #bound(name: string, text: string): PathedFile {
    const { ESNext } = this.#tsc.ScriptTarget;
    const file = this.#tsc.createSourceFile(`${this.#directory}/${name}`, text, ESNext) as PathedFile;
    const path = `${this.#folder}/${name}`;
    Object.assign(file, { path, resolvedPath: path, originalFileName: file.fileName, imports: [] });
    (this.#tsc as unknown as Binding).bindSourceFile(file, this.#options);
    return file;
  }
}
