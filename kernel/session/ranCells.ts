import type { CompiledCell } from "../compile/compileCell.ts";
import type { Position } from "../compile/position.ts";

export interface RanCell {
  readonly id: string;
  readonly source: string;
  readonly compiled: CompiledCell;
}

interface Place {
  readonly cell: RanCell;
  /** In the cell as it was typed. */
  readonly position: Position | undefined;
}

let sessions = 0;

/** The cells that a session ran, found by what stacks call them. */
export class RanCells {
  /** What the names of these cells begin with, and no others'. */
  readonly prefix: string;
  readonly #byName = new Map<string, RanCell>();
  readonly #byLabel = new Map<string, RanCell>();

  constructor() {
    sessions += 1;
    this.prefix = `cell:${sessions}/`;
  }

  /** Remembers a cell. @returns the name that its compiled form must be evaluated under */
  add(cell: RanCell, executionCount: number): string {
    const name = `${this.prefix}${encodeURIComponent(cell.id.toWellFormed())}#${executionCount}`;
    this.#byName.set(name, cell);
    this.#byLabel.set(label(cell.id, executionCount), cell);
    return name;
  }

  /** The cell of a place in a stack, be it raw or already made readable. */
  find(location: string, line: number, column: number): Place | undefined {
    const readable = this.#byLabel.get(location);
    if (readable) return { cell: readable, position: { line, column } };
    const cell = this.#byName.get(location);
    return cell && { cell, position: cell.compiled.position(line, column) };
  }

  /** How a readable stack names the cell of a raw location. */
  labelOf(location: string): string | undefined {
    const cell = this.#byName.get(location);
    return cell && label(cell.id, Number(location.slice(location.lastIndexOf("#") + 1)));
  }
}

/** A cell that is called by its number already, as Jupyter's are, needs no other: silent cells have no number there. */
const label = (id: string, executionCount: number): string =>
  /^\[\d+\]$/.test(id) ? `cell ${id}` : `cell ${id} [${executionCount}]`;
