import type { Grid, GridValue, PointOf, Sweep } from "./sweep.ts";

/** A point of a sweep, with the name that its numbers come from. */
export interface SweepPoint<Axes extends Grid = Grid> {
  /** Its place in the order of the grid, from 0. */
  readonly index: number;
  readonly at: PointOf<Axes>;
  /** "share=0.1 size=100": its axes by name. */
  readonly label: string;
}

/**
 * The points of a sweep's grid, the last axis moving fastest.
 *
 * @param sweep as {@link sweep} gives it
 * @returns the points in the order of the grid
 * @see sweep
 * @example
 * const experiment = sweep({
 *   title: "two by two", grid: { share: [0, 0.5], size: [10, 100] }, seed: 1, runs: 1, generations: [0],
 *   run: (_point, { runs }) => ({ one: [new Float64Array(runs).fill(1)] }),
 * });
 * sweepPoints(experiment).map(({ label }) => label)
 * // => ["share=0 size=10", "share=0 size=100", "share=0.5 size=10", "share=0.5 size=100"]
 */
export function sweepPoints<Axes extends Grid>({
  grid,
}: Pick<Sweep<Axes, string>, "grid">): readonly SweepPoint<Axes>[] {
  let found: Readonly<Record<string, GridValue>>[] = [{}];
  for (const [axis, values] of Object.entries(grid))
    found = found.flatMap((point) => values.map((value) => ({ ...point, [axis]: value })));
  return found.map((at, index) => ({ index, at: at as PointOf<Axes>, label: labelOf(at) }));
}

const labelOf = (at: Readonly<Record<string, GridValue>>): string =>
  Object.keys(at)
    .sort()
    .map((axis) => `${axis}=${at[axis]}`)
    .join(" ");
