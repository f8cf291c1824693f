import {
  type Curve,
  curves,
  type Figure,
  heatMap,
  mean,
  meanInterval,
  medianInterval,
} from "generation-loss";
import type { GridValue, Sweep } from "generation-loss/sweep";
import type { SweptPoint } from "./runSweep.ts";

/** A figure of a sweep, and what stands above it. */
export interface SweepFigure {
  readonly title: string;
  readonly figure: Figure;
}

/** The most curves that can be told apart. */
const mostCurves = 6;

/**
 * Figures of a sweep: for each reading its mean over the axis with the most numbers, with a line for each place on the other
 * axes and the law where there is one; a map where two axes have many numbers each; and over generations where three or
 * more are kept. What has a tail so heavy that its mean says little is shown by its median, and says so.
 */
export function sweepFigures(sweep: Sweep, swept: readonly SweptPoint[]): readonly SweepFigure[] {
  const readings = Object.keys(swept[0]?.runs ?? {});
  const last = sweep.generations.length - 1;
  return readings.flatMap((reading) => {
    const numeric = Object.entries(sweep.grid)
      .filter(([, values]) => values.length > 1 && values.every((value) => typeof value === "number"))
      .sort(([, a], [, b]) => b.length - a.length);
    const [across, along] = numeric;
    return [
      ...(across && along && along[1].length >= 4 && Object.keys(sweep.grid).length === 2
        ? [mapOf(sweep, swept, reading, across[0], along[0])]
        : []),
      ...(across ? [overAxis(sweep, swept, reading, across[0], last)] : []),
      ...(sweep.generations.length > 2 ? [overGenerations(sweep, swept, reading)] : []),
    ];
  });
}

/** One reading of some runs: its mean with an interval of 95 %, or its median where a mean says little. */
function typical(
  values: Float64Array,
  byMedian: boolean,
): { readonly y: number; readonly low: number; readonly high: number } {
  if (byMedian) {
    const { estimate, low, high } = medianInterval(values, { level: 0.95 });
    return { y: estimate, low, high };
  }
  const { estimate, low, high } = intervalOrUndefined(values) ?? {
    ...{ estimate: mean(values), low: mean(values), high: mean(values) },
  };
  return { y: estimate, low, high };
}

/** Whether the mean of one of these points says little, in these generations. */
const isHeavy = (points: readonly SweptPoint[], reading: string, among: readonly number[]): boolean =>
  points.some(({ rows }) =>
    rows.some((row) => row.isHeavy && row.reading === reading && among.includes(row.generation)),
  );

function intervalOrUndefined(values: Float64Array): ReturnType<typeof meanInterval> | undefined {
  try {
    return meanInterval(values, { level: 0.95 });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // few runs, all equal, or a heavy tail
    throw error;
  }
}

function lineOf(
  label: string,
  x: readonly number[],
  samples: readonly Float64Array[],
  laws: readonly (number | null)[],
  byMedian: boolean,
): Curve {
  const points = samples.map((values) => typical(values, byMedian));
  const hasLaw = !byMedian && laws.every((law) => law !== null);
  return {
    ...{ label, x, y: points.map(({ y }) => y) },
    ...{ low: points.map(({ low }) => low), high: points.map(({ high }) => high) },
    ...(hasLaw && { law: laws as readonly number[] }),
  };
}

function overAxis(
  sweep: Sweep,
  swept: readonly SweptPoint[],
  reading: string,
  axis: string,
  generation: number,
): SweepFigure {
  const others = new Map<string, SweptPoint[]>();
  for (const each of swept) {
    const label = labelOf(each.point.at, axis);
    others.set(label, [...(others.get(label) ?? []), each]);
  }
  const drawn = spread([...others], mostCurves);
  const byMedian = isHeavy(
    drawn.flatMap(([, points]) => points),
    reading,
    [sweep.generations[generation]!],
  );
  const series = drawn.map(([label, points]) => {
    const sorted = points.toSorted((a, b) => Number(a.point.at[axis]) - Number(b.point.at[axis]));
    return lineOf(
      label || reading,
      sorted.map(({ point }) => Number(point.at[axis])),
      sorted.map(({ runs }) => runs[reading]![generation]!),
      sorted.map(({ rows }) => lawOf(rows, reading, sweep.generations[generation]!)),
      byMedian,
    );
  });
  const xs = series[0]!.x as readonly number[];
  const left = others.size > drawn.length ? ` ${drawn.length} of ${others.size} lines are drawn.` : "";
  return {
    title: `${wordFor(byMedian)} of ${reading} in generation ${sweep.generations[generation]}, over ${axis}.${left}`,
    figure: curves({ series, x: axis, y: reading, logX: isLogarithmic(xs) }),
  };
}

function overGenerations(sweep: Sweep, swept: readonly SweptPoint[], reading: string): SweepFigure {
  const drawn = spread(swept, mostCurves);
  const byMedian = isHeavy(drawn, reading, sweep.generations);
  const series = drawn.map(({ point, runs, rows }) =>
    lineOf(
      labelOf(point.at),
      sweep.generations,
      runs[reading]!,
      sweep.generations.map((generation) => lawOf(rows, reading, generation)),
      byMedian,
    ),
  );
  const left = swept.length > drawn.length ? ` ${drawn.length} of ${swept.length} points are drawn.` : "";
  return {
    title: `${wordFor(byMedian)} of ${reading} over generations.${left}`,
    figure: curves({ series, x: "generation", y: reading }),
  };
}

function mapOf(
  sweep: Sweep,
  swept: readonly SweptPoint[],
  reading: string,
  across: string,
  along: string,
): SweepFigure {
  const [xs, ys] = [across, along].map((axis) =>
    (sweep.grid[axis] as readonly number[]).toSorted((a, b) => a - b),
  ) as [number[], number[]];
  const last = sweep.generations.length - 1;
  const byMedian = isHeavy(swept, reading, [sweep.generations[last]!]);
  const values = ys.map((y) =>
    xs.map((x) => {
      const { runs } = swept.find(({ point }) => point.at[across] === x && point.at[along] === y)!;
      return typical(runs[reading]![last]!, byMedian).y;
    }),
  );
  return {
    title: `${wordFor(byMedian)} of ${reading} in generation ${sweep.generations[last]}, over ${across} and ${along}.`,
    figure: heatMap({
      ...{ xs, ys, values, x: across, y: along, value: reading },
      ...{ logX: isLogarithmic(xs), logY: isLogarithmic(ys) },
      ...(sweep.middle?.[reading] !== undefined && { middle: sweep.middle[reading] }),
    }),
  };
}

const wordFor = (byMedian: boolean): string =>
  byMedian ? "Median, since the mean hangs on a few runs," : "Mean";

const lawOf = (rows: SweptPoint["rows"], reading: string, generation: number): number | null =>
  rows.find((row) => row.reading === reading && row.generation === generation)?.law ?? null;

/** A point in a legend: a text says by itself what it is, a number by its axis. */
const labelOf = (at: Readonly<Record<string, GridValue>>, without?: string): string =>
  Object.entries(at)
    .filter(([axis]) => axis !== without)
    .map(([axis, value]) => (typeof value === "string" ? value : `${axis} ${value}`))
    .join(", ");

/** Some of many, evenly, with the first and the last. */
const spread = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most
    ? all
    : Array.from({ length: most }, (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))]!);

/** Whether places stand evenly on a logarithmic axis rather than on a plain one. */
function isLogarithmic(xs: readonly number[]): boolean {
  const sorted = xs.toSorted((a, b) => a - b);
  const [least, greatest] = [sorted[0]!, sorted.at(-1)!];
  const middle = sorted[sorted.length >> 1]!;
  return least > 0 && greatest / least >= 20 && middle <= Math.sqrt(least * greatest) * 2;
}
