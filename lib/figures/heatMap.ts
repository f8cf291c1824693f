import { requireFinite } from "../require/requireFinite.ts";
import { spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { asSeries } from "./parts/lineSeries.ts";

/** The grid of a {@link heatMap} and the names of what it shows. */
export interface HeatMapOptions {
  /** Rising numbers, the columns, at least 2. */
  readonly xs: ArrayLike<number>;
  /** Rising numbers, the rows, at least 2. */
  readonly ys: ArrayLike<number>;
  /** `values[j][i]` is the value at (xs[i], ys[j]). */
  readonly values: readonly ArrayLike<number>[];
  /** Titles of the axes and of the value, with their units. */
  readonly x: string;
  readonly y: string;
  readonly value: string;
  /** Logarithmic axes; all numbers along them must be above 0. Default false. */
  readonly logX?: boolean;
  readonly logY?: boolean;
  /** Draws values above it in vermilion and below it in blue, the stronger the further: a map of two phases. */
  readonly middle?: number;
  /** A boundary by law, drawn over the cells; it may have up to 200 points. */
  readonly line?: { readonly label: string; readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
}

/**
 * A value over a grid of two quantities: the greater, the stronger the colour of its cell. With a `middle`, a phase
 * diagram: two colours that meet there. Cells reach half way to their neighbours.
 *
 * @param options see {@link HeatMapOptions}; at most 900 cells
 * @returns a Vega-Lite specification
 * @throws {RangeError} if the grid is too small, too large, not rising, not finite, or has rows of another length than xs
 * @see chapter 4
 * @example
 * heatMap({ xs: [1, 2], ys: [0, 1], values: [[1, 2], [3, 9]], x: "size", y: "share", value: "error" }).description
 * // => "Over 4 cells error is least (1) at size = 1 and share = 0, and greatest (9) at size = 2 and share = 1."
 */
export function heatMap(options: HeatMapOptions): Figure {
  const { xs, ys, values, x, y, value, logX = false, logY = false, middle, line } = options;
  const action = "draw a heat map";
  requireRising(action, "xs", xs, logX);
  requireRising(action, "ys", ys, logY);
  if (xs.length * ys.length > 900) {
    throw new RangeError(
      `Cannot ${action}: values must hold at most 900 cells, got ${xs.length * ys.length}`,
    );
  }
  if (values.length !== ys.length) {
    throw new RangeError(
      `Cannot ${action}: values must hold ${ys.length} rows as ys does, got ${values.length}`,
    );
  }
  for (const [j, row] of values.entries()) {
    requireFinite(action, `values[${j}]`, row);
    if (row.length !== xs.length) {
      throw new RangeError(
        `Cannot ${action}: values[${j}] must hold ${xs.length} values as xs does, got ${row.length}`,
      );
    }
  }
  if (line) {
    requireFinite(action, "line.x", line.x, 2);
    requireFinite(action, "line.y", line.y, 2);
    if (line.x.length !== line.y.length || line.x.length > 200) {
      throw new RangeError(
        `Cannot ${action}: line must hold as many x as y, at most 200, got ${line.x.length} and ${line.y.length}`,
      );
    }
  }

  const [above, below] = [`above ${spokenNumber(middle ?? 0)}`, `up to ${spokenNumber(middle ?? 0)}`];
  const [columns, rows] = [edges(xs, logX), edges(ys, logY)];
  const cells = values.flatMap((row, j) =>
    Array.from(row, (shown, i) => ({
      x: xs[i]!,
      y: ys[j]!,
      left: chartNumber(columns[i]!),
      right: chartNumber(columns[i + 1]!),
      bottom: chartNumber(rows[j]!),
      top: chartNumber(rows[j + 1]!),
      value: chartNumber(shown)!,
      ...(middle !== undefined && {
        side: shown > middle ? above : below,
        distance: chartNumber(Math.abs(shown - middle))!,
      }),
    })),
  );
  const axis = (title: string, at: ArrayLike<number>, ends: readonly number[], log: boolean) => ({
    type: "quantitative",
    title,
    scale: {
      type: log ? "log" : "linear",
      domain: [ends[0], ends.at(-1)],
      nice: false,
      ...(!log && { zero: false }),
    },
    axis: { grid: false, ...(at.length <= 10 ? { values: Array.from(at), format: "~r" } : { tickCount: 6 }) },
  });
  const [horizontal, vertical] = [axis(x, xs, columns, logX), axis(y, ys, rows, logY)];
  const strength = cells.map((cell) => (middle === undefined ? cell.value : cell.distance!));
  const squares = { symbolType: "square", symbolSize: 260, symbolStrokeWidth: 0 };
  return figure(sentenceOf(options), 380, {
    width: 430,
    layer: [
      {
        data: { values: cells },
        mark: { type: "rect", ...(middle === undefined && { color: palette.synthetic }) },
        encoding: {
          x: { field: "left", ...horizontal },
          x2: { field: "right" },
          y: { field: "bottom", ...vertical },
          y2: { field: "top" },
          opacity: {
            field: middle === undefined ? "value" : "distance",
            type: "quantitative",
            title: brokenTitle(value),
            scale: { domain: [Math.min(...strength), Math.max(...strength)], range: [0.05, 1] },
            legend:
              middle === undefined
                ? { ...squares, symbolFillColor: palette.synthetic, tickCount: 5, columns: 6 }
                : null,
          },
          ...(middle !== undefined && {
            color: {
              field: "side",
              type: "nominal",
              title: brokenTitle(value),
              scale: { domain: [below, above], range: [palette.theory, palette.more[0]] },
              legend: squares,
            },
          }),
        },
      },
      ...(line ? [boundary(line, horizontal, vertical)] : []),
    ],
  });
}

/** A legend's title in lines that the map is wide enough for. */
function brokenTitle(title: string): string | string[] {
  const lines = title.match(/\S.{0,47}(?=\s|$)/g) ?? [];
  return lines.length > 1 ? lines : title;
}

function boundary(line: NonNullable<HeatMapOptions["line"]>, horizontal: object, vertical: object): object {
  const points = Array.from(line.x, (x, step) => ({
    step,
    x: chartNumber(x),
    y: chartNumber(line.y[step]!),
  }));
  return {
    data: { values: points },
    transform: [asSeries(line.label)],
    mark: { type: "line", color: palette.real, strokeWidth: 2.5, clip: true },
    encoding: {
      x: { field: "x", ...horizontal },
      y: { field: "y", ...vertical },
      order: { field: "step", type: "quantitative" },
      strokeDash: {
        field: "series",
        type: "nominal",
        title: null,
        scale: { domain: [line.label], range: [[6, 4]] },
        legend: { symbolType: "stroke", symbolStrokeColor: palette.real, symbolSize: 260 },
      },
    },
  };
}

/** Ends of the cells: half way between neighbours, and as far beyond the first and last. */
function edges(at: ArrayLike<number>, log: boolean): number[] {
  const places = Array.from(at, (place) => (log ? Math.log(place) : place));
  const middles = places.slice(1).map((place, i) => (place + places[i]!) / 2);
  const ends = [places[0]! * 2 - middles[0]!, ...middles, places.at(-1)! * 2 - middles.at(-1)!];
  return log ? ends.map(Math.exp) : ends;
}

function requireRising(action: string, name: string, at: ArrayLike<number>, log: boolean): void {
  requireFinite(action, name, at, 2);
  for (let i = 0; i < at.length; i += 1) {
    if ((log && !(at[i]! > 0)) || (i > 0 && !(at[i]! > at[i - 1]!))) {
      throw new RangeError(
        `Cannot ${action}: ${name} must rise${log ? " and be above 0" : ""}, got ${at[i]} at ${name}[${i}]`,
      );
    }
  }
}

function sentenceOf({ xs, ys, values, x, y, value, middle }: HeatMapOptions): string {
  const cells = values.flatMap((row, j) => Array.from(row, (shown, i) => ({ shown, i, j })));
  const all = cells.map(({ shown }) => shown);
  const [least, greatest] = [Math.min(...all), Math.max(...all)];
  const over = all.filter((shown) => middle !== undefined && shown > middle).length;
  const many = over === all.length ? "all" : over === 0 ? "none" : String(over);
  const phases = middle === undefined ? "" : `; it is above ${spokenNumber(middle)} in ${many} of them`;
  if (least === greatest) return `In all ${all.length} cells ${value} is ${spokenNumber(least)}${phases}.`;
  const at = (wanted: number): string => {
    const those = cells.filter(({ shown }) => shown === wanted);
    const [{ i, j }] = those as [(typeof cells)[number]];
    const place = `at ${x} = ${spokenNumber(xs[i]!)} and ${y} = ${spokenNumber(ys[j]!)}`;
    return `(${spokenNumber(wanted)}) ${those.length === 1 ? place : `in ${those.length} of them`}`;
  };
  return `Over ${all.length} cells ${value} is least ${at(least)}, and greatest ${at(greatest)}${phases}.`;
}
