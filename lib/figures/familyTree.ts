import { requireInteger } from "../require/requireInteger.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { asSeries, seriesScales } from "./parts/lineSeries.ts";

/** At most so many lines from parent to child are drawn. */
const most = 360;

/**
 * Who was copied from whom: a line from each item to the item of the generation before that it copies. Lines that reach
 * the last generation are strong, dead ends are faint. Each generation is drawn in the order of its parents, so that
 * no two lines cross.
 *
 * @param options.parents `parents[t][i]`: which item of generation t (0, 1, …) item i of generation t + 1 copies; all
 *   generations have the same number of items, and all together at most 360
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there is no generation, they differ in size, there are too many items, or a parent is none of them
 * @see Kingman (1982), J. Appl. Probab. 19(A):27–43, doi:10.2307/3213548 — chapter 5
 * @example
 * familyTree({ parents: [[2, 0, 2], [0, 1, 0]] }).description
 * // => "Of 3 items in generation 0, 2 have descendants in generation 2."
 * @example
 * familyTree({ parents: [[2, 0, 2], [0, 0, 0]] }).description
 * // => "All 3 items of generation 2 descend from one item of generation 1."
 */
export function familyTree({ parents }: { parents: readonly ArrayLike<number>[] }): Figure {
  const size = requireParents(parents);
  const last = parents.length;

  // Which items have descendants at the end, and where each stands: sorted by where its parent stands.
  const alive = Array.from({ length: last + 1 }, () => new Uint8Array(size));
  alive[last]!.fill(1);
  for (let t = last - 1; t >= 0; t -= 1) {
    for (let i = 0; i < size; i += 1) if (alive[t + 1]![i]) alive[t]![parents[t]![i]!] = 1;
  }
  const places = [Array.from({ length: size }, (_, i) => i)];
  for (const [t, mothers] of parents.entries()) {
    const above = (i: number): number => places[t]![mothers[i]!]!;
    const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => above(a) - above(b));
    const place: number[] = [];
    for (const [where, i] of order.entries()) place[i] = where;
    places.push(place);
  }
  const lines = parents.flatMap((mothers, t) =>
    Array.from(mothers, (mother, i) => ({
      from: t,
      to: t + 1,
      place: places[t]![mother]!,
      next: places[t + 1]![i]!,
      alive: alive[t + 1]![i]!,
    })),
  );

  const x = { field: "from", type: "quantitative", title: "generation", axis: { tickCount: 6, grid: false } };
  const scale = { domain: [-0.4, size - 0.6], nice: false };
  const y = { field: "place", type: "quantitative", title: "item", axis: null, scale };
  const branch = (name: string, isAlive: 0 | 1) => ({
    transform: [{ filter: `datum.alive === ${isAlive}` }, asSeries(name)],
    mark: { type: "rule", strokeCap: "round" },
    encoding: { x, y, x2: { field: "to" }, y2: { field: "next" } },
  });
  const [dying, living] = ["dies out", "has descendants at the end"];
  return figure(sentence(alive), 300, {
    data: { values: lines },
    encoding: seriesScales([
      { name: living, color: palette.synthetic, width: 2.5 },
      { name: dying, color: palette.soft, width: 1, opacity: 0.45 },
    ]),
    layer: [branch(dying, 0), branch(living, 1)],
  });
}

function requireParents(parents: readonly ArrayLike<number>[]): number {
  const action = "draw a family tree";
  const size = parents[0]?.length ?? 0;
  if (size === 0) {
    throw new RangeError(`Cannot ${action}: parents must hold at least 1 generation of 1 item, got none`);
  }
  if (size * parents.length > most) {
    throw new RangeError(
      `Cannot ${action}: parents must hold at most ${most} items, got ${size * parents.length}`,
    );
  }
  for (const [t, mothers] of parents.entries()) {
    if (mothers.length !== size) {
      throw new RangeError(`Cannot ${action}: parents[${t}] must hold ${size} items, got ${mothers.length}`);
    }
    for (let i = 0; i < size; i += 1) {
      requireInteger(action, `parents[${t}][${i}]`, mothers[i]!);
      if (mothers[i]! >= size) {
        throw new RangeError(
          `Cannot ${action}: parents[${t}][${i}] must be below ${size}, got ${mothers[i]}`,
        );
      }
    }
  }
  return size;
}

/** The finding: the last generation in which one item was the ancestor of all. */
function sentence(alive: readonly Uint8Array[]): string {
  const ancestors = alive.map((items) => items.reduce((sum, one) => sum + one, 0));
  const [size, last] = [alive[0]!.length, alive.length - 1];
  const common = ancestors.slice(0, last).lastIndexOf(1);
  if (size > 1 && common >= 0) {
    return `All ${size} items of generation ${last} descend from one item of generation ${common}.`;
  }
  const items = size === 1 ? "item" : "items";
  const have = ancestors[0] === 1 ? "has" : "have";
  return `Of ${size} ${items} in generation 0, ${ancestors[0]} ${have} descendants in generation ${last}.`;
}
