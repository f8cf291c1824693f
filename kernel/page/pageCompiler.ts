import { CellSyntaxError } from "../compile/cellSyntaxError.ts";
import type { CompileCell } from "../compile/compileCell.ts";
import { type PortableCell, unpackCell } from "../compile/portableCell.ts";
import type { SliceCell, SliceOf } from "../compile/slice.ts";
import { cellCompiler } from "./importsTable.ts";
import type { PageModules } from "./pageModules.ts";

type Compiler = typeof import("./cellCompiler.ts");

/** Cells come compiled from the build; the compiler, larger than all else here, is loaded for the first that does not. */
export class PageCompiler {
  readonly #modules: PageModules;
  readonly #compiled = new Map<string, PortableCell>();
  #compiler: Compiler | undefined;
  #missing: unknown;

  constructor(modules: PageModules) {
    this.#modules = modules;
  }

  /** Makes ready for a cell; what is missing is said as it is compiled. */
  async prepare(source: string, compiled: PortableCell | undefined): Promise<void> {
    if (compiled) this.#compiled.set(source, compiled);
    if (this.#compiled.has(source)) return;
    await this.#load().catch((error: unknown) => {
      this.#missing = error;
    });
  }

  /** For a cell that was made ready. */
  readonly compile: CompileCell = (source, options) => {
    const known = this.#compiled.get(source);
    if (known) return unpackCell(known);
    const compiler = this.#compiler;
    if (!compiler) throw this.#missing;
    try {
      return compiler.compileCell(source, options);
    } catch (error) {
      if (!(error instanceof compiler.CellSyntaxError)) throw error;
      throw new CellSyntaxError(error.message, error.line, error.column); // the session knows its own alone
    }
  };

  /** As `slice` of the compiler. */
  async slice(cells: readonly SliceCell[], of: SliceOf): Promise<string[]> {
    return (await this.#load()).slice(cells, of);
  }

  async #load(): Promise<Compiler> {
    this.#compiler ??= (await this.#modules.import(cellCompiler)) as Compiler;
    return this.#compiler;
  }
}
