import { Interrupted } from "./interruption.ts";
import type { SessionHost } from "./sessionHost.ts";

type ImportedName = readonly [imported: string, local: string, used: boolean];

/** The names of a notebook: one object that compiled cells read and write directly. */
export class NotebookState {
  /** Every top-level name is a property; names the host gives stand on its prototype. */
  readonly values: Record<string, unknown>;
  readonly #ambient: Readonly<Record<string, unknown>>;
  readonly #importModule: SessionHost["importModule"];
  /** Names that were imported but are no values: types, or misspelt. */
  readonly #absent = new Map<string, string>();
  #importFailure: { readonly error: unknown; readonly line: number } | undefined;

  constructor(ambient: Readonly<Record<string, unknown>>, importModule: SessionHost["importModule"]) {
    this.#ambient = Object.assign(Object.create(null), ambient);
    this.#importModule = importModule;
    this.values = Object.create(this.#ambient);
    // V8 keeps the properties of a prototype fast, however they come and go. Without an object that inherits
    // from it, the state would turn into a dictionary, ten times slower, with the 13th import or a failed cell.
    Object.create(this.values);
  }

  /** Names that a cell may use: those of earlier cells and those of the host. */
  names(): Set<string> {
    return new Set([...Object.keys(this.values), ...Object.keys(this.#ambient)]);
  }

  /** What compiled cells call. */
  readonly services = {
    /**
     * The object that holds the name: the notebook, or the global scope.
     *
     * @param early the cell declares it in a later line
     */
    owner: (name: string, early?: boolean): object => {
      if (name in this.values) return this.values;
      if (early) throw new ReferenceError(`Cannot access '${name}' before initialization`);
      if (name in globalThis) return globalThis;
      const from = this.#absent.get(name);
      const ofCommonJs = name === "module" || name === "exports";
      const reason =
        from !== undefined
          ? `: "${from}" exports no value of that name`
          : ofCommonJs
            ? ": a cell is an ES module, and later cells see its names without an export"
            : "";
      throw new ReferenceError(`${name} is not defined${reason}`);
    },

    /** The name's value, or undefined. */
    peek: (name: string): unknown =>
      name in this.values ? this.values[name] : (globalThis as Record<string, unknown>)[name],

    /** Runs one import statement of a cell. */
    load: async (
      specifier: string,
      attributes: Readonly<Record<string, string>>,
      names: readonly ImportedName[],
      line: number,
    ): Promise<void> => {
      try {
        const module = await this.#importModule(specifier, attributes);
        for (const [imported, local, used] of names) this.#bind(module, specifier, imported, local, used);
      } catch (error) {
        this.#importFailure = { error, line };
        throw error;
      }
    },
  } as const;

  /** The line of the import statement that raised the error, if one did. */
  importFailure(error: unknown): { line: number; column: number } | undefined {
    const failure = this.#importFailure;
    return failure && failure.error === error ? { line: failure.line, column: 1 } : undefined;
  }

  /** Runs a cell; if it fails, every name is put back to the value it had. A stopped cell keeps what it did. */
  async transaction<T>(run: () => Promise<T>): Promise<T> {
    const before = { ...this.values };
    this.#importFailure = undefined;
    try {
      return await run();
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      for (const name of Object.keys(this.values)) {
        if (!Object.hasOwn(before, name)) delete this.values[name];
      }
      Object.assign(this.values, before);
      throw error;
    }
  }

  #bind(
    module: Record<string, unknown>,
    specifier: string,
    imported: string,
    local: string,
    used: boolean,
  ): void {
    this.#absent.delete(local);
    if (imported === "*") {
      this.values[local] = module;
      return;
    }
    // A CommonJS module's names are not always found ahead of time; its exports hold them all.
    const holder = [module, module.default].find(
      (candidate) => candidate != null && imported in Object(candidate),
    );
    if (holder !== undefined) {
      this.values[local] = (holder as Record<string, unknown>)[imported];
      return;
    }
    if (used) throw new SyntaxError(`The module "${specifier}" has no export named "${imported}"`);
    delete this.values[local];
    this.#absent.set(local, specifier);
  }
}
