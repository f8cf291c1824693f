import type { CellScope } from "./cellScope.ts";

/** How a host tells to which cell the running code belongs. */
export interface Scopes {
  /** The cell of the running code, also in what it left behind; undefined where nobody can tell. */
  current(): CellScope | undefined;
  /** Runs code as that cell's. */
  within<T>(scope: CellScope, run: () => T): T;
  /** The function as code of the cell that gives it, whoever calls it. */
  bind<Args extends readonly unknown[], T>(run: (...args: Args) => T): (...args: Args) => T;
}
