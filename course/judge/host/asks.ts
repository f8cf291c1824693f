import type { PortableCell } from "../../../kernel/compile/portableCell.ts";
import type { Position } from "../../../kernel/compile/position.ts";

/** What the judge asks of the process that runs a student's cells. */
export type Ask =
  /** The names that the next cell finds. */
  | { readonly do: "names" }
  /**
   * Runs cells, one after the other, whatever becomes of those before, as long as each finds the names that it was compiled
   * for.
   */
  | {
      readonly do: "run";
      readonly cells: readonly CompiledAnswer[];
      /** Characters of what each prints that are wanted. */
      readonly mostPrinted: number;
    }
  /** The values of names; those that nothing declared are left out. */
  | { readonly do: "read"; readonly names: readonly string[] };

/** A cell of a student's: the judge compiles it, since its compiler is warm. */
export interface CompiledAnswer {
  readonly id: string;
  readonly source: string;
  /** The names that it was compiled for. */
  readonly known: readonly string[];
  readonly compiled: PortableCell | RefusedAnswer;
}

/** Why a cell cannot be compiled. */
export interface RefusedAnswer {
  readonly message: string;
  readonly at?: Position;
}

/** How a cell ended. */
export interface EndedCell {
  readonly id: string;
  /** In the author's words and lines; none if it went well. */
  readonly failure?: { readonly name: string; readonly message: string; readonly excerpt: string };
}

/** What comes back of each cell that has run. */
export interface RanCell extends EndedCell {
  readonly printed: string;
}
