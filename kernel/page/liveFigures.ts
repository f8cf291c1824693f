/** Draws what a cell shows as its reader wishes it. */
type Draw = (...wish: readonly unknown[]) => object;

/** Where libraries look for whoever draws while a reader waits. */
const place = Symbol.for("genloss.steer");

/** The figures that cells have left to be drawn one setting at a time, the newest of each cell. */
export class LiveFigures {
  readonly #draws = new Map<string, Draw>();

  /** From now on the figures are this cell's. @param isEnough whether nobody wants to see what the cell shows by itself */
  begin(id: string, isEnough: boolean): void {
    (globalThis as { [key: symbol]: unknown })[place] = (draw: Draw): boolean => {
      this.#draws.set(id, draw);
      return isEnough;
    };
  }

  /** @throws {Error} if the cell has left none, and what the figure throws */
  draw(id: string, wish: readonly unknown[]): object {
    const draw = this.#draws.get(id);
    if (!draw) throw new Error("Cannot draw: the cell shows no figure that can be steered");
    return draw(...wish);
  }
}
