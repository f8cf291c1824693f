import { requireFinite } from "../require/requireFinite.ts";
import { spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { dashed, seriesLooks } from "./parts/lineSeries.ts";
import { seriesLegend } from "./parts/seriesLegend.ts";
import { spaced } from "./parts/spaced.ts";

/** One quantity measured at some places. All its arrays have the length of `x`. */
export interface Curve {
  /** As the legend has it. */
  readonly label: string;
  /** Where it was measured, rising, at least 2 places. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Lower and upper end of an uncertainty at each place; both or neither. */
  readonly low?: ArrayLike<number>;
  readonly high?: ArrayLike<number>;
  /** What the law says at each place; the curve is then drawn as points on the law's line. */
  readonly law?: ArrayLike<number>;
  /** Human data is drawn in ink. */
  readonly role?: "real";
}

/**
 * Several quantities along one axis, with their uncertainty and their laws. Told apart by colour, dash and shape.
 * At most 81 places of each line are drawn, and 17 of points beside a law.
 *
 * @param options.series 1 to 6 curves; see {@link Curve}
 * @param options.x title of the x-axis: the quantity, with its unit
 * @param options.y title of the y-axis: the quantity, with its unit
 * @param options.logX a logarithmic x-axis; places ≤ 0 are left out. Default false
 * @param options.logY a logarithmic y-axis; values ≤ 0 are left out. Default false
 * @param options.zero whether the y-axis, if not logarithmic, starts at 0. Default true
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are no curves or more than 6, a number is not finite, or the arrays differ in length
 * @throws {TypeError} if two curves have one label, or a curve has one of low and high only
 * @see chapter 4
 * @example
 * curves({ series: [{ label: "clean", x: [10, 1000], y: [0.5, 0.05] }], x: "words read", y: "error", logX: true }).description
 * // => "For words read from 10 to 1000, error falls from 0.5 to 0.05 (clean)."
 */
export function curves(options: {
  series: readonly Curve[];
  x: string;
  y: string;
  logX?: boolean;
  logY?: boolean;
  zero?: boolean;
}): Figure {
  const { series, x, y, logX = false, logY = false, zero = true } = options;
  requireCurves(series);
  const places = ({ x }: Curve, most: number): number[] => spaced(x.length - 1, most);
  const drawn = series.flatMap((curve) =>
    places(curve, curve.law ? 17 : 81).map((i) => ({
      series: curve.label,
      x: chartNumber(curve.x[i]!, logX),
      y: chartNumber(curve.y[i]!, logY),
      ...(curve.low && {
        low: chartNumber(curve.low[i]!, logY),
        high: chartNumber(curve.high![i]!, logY),
      }),
    })),
  );
  const laws = series.flatMap((curve) =>
    curve.law
      ? places(curve, 81).map((i) => ({
          series: curve.label,
          x: chartNumber(curve.x[i]!, logX),
          law: chartNumber(curve.law![i]!, logY),
        }))
      : [],
  );
  const looks = looksOf(series);
  const legend = seriesLegend(
    series.map(({ label, law }, i) => ({ label, mark: law ? "point" : "line", dash: looks[i]!.dash })),
  );
  const scale = (range: readonly unknown[]) => ({
    field: "series",
    type: "nominal",
    scale: { domain: series.map(({ label }) => label), range },
    title: null,
  });
  const colour = { ...scale(looks.map(({ color }) => color)), legend };
  const among = (labels: readonly string[]) => `indexof(${JSON.stringify(labels)}, datum.series) >= 0`;
  const vertical = {
    type: "quantitative",
    title: y,
    scale: { type: logY ? "log" : "linear", ...(!logY && { zero }) },
  };
  // A layer each, and no scale of dashes: the legend would draw the outlines of points with it.
  const line = ({ label, law }: Curve, i: number) => ({
    ...(law && { data: { values: laws } }),
    transform: [{ filter: among([label]) }],
    mark: { type: "line", strokeWidth: 2, ...dashed(looks[i]!) },
    encoding: { y: { field: law ? "law" : "y", ...vertical }, color: colour },
  });
  const band = (label: string, color: string) => ({
    transform: [{ filter: among([label]) }],
    mark: { type: "area", opacity: 0.16, color },
    encoding: { y: { field: "low", ...vertical }, y2: { field: "high" } },
  });
  // The legend shows the points of a curve that has them, and of the others the line.
  const shape = scale(series.map(({ law }, i) => (law ? looks[i]!.shape : "stroke")));
  const lawful = series.filter(({ law }) => law).map(({ label }) => label);
  return figure(curvesSentence(series, x, y), 320, {
    data: { values: drawn },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        title: x,
        scale: { type: logX ? "log" : "linear", ...(!logX && { zero: false }) },
        ...(logX && { axis: { tickCount: 4 } }),
        ...(!logX && series.every(countsOut) && { axis: { tickMinStep: 1 } }),
      },
      y: { ...vertical, ...(logY && { axis: { tickCount: 4 } }) },
    },
    layer: [
      ...series.flatMap(({ label, low }, i) => (low ? [band(label, looks[i]!.color)] : [])),
      ...series.map(line),
      ...(lawful.length > 0
        ? [
            {
              transform: [{ filter: among(lawful) }],
              mark: { type: "point", filled: true, size: 50, opacity: 1 },
              encoding: { y: { field: "y", ...vertical }, color: colour, shape },
            },
          ]
        : []),
    ],
  });
}

/** Places that are whole numbers, such as generations: no tick stands between two of them. */
const countsOut = ({ x }: Curve): boolean => Array.from(x).every(Number.isInteger);

/** Human data in ink and whole lines, the others in their order. */
function looksOf(series: readonly Curve[]): (typeof seriesLooks)[number][] {
  const ink = { ...seriesLooks.at(-1)!, color: palette.real, dash: [1, 0] };
  let next = 0;
  return series.map(({ role }) => (role === "real" ? ink : seriesLooks[next++]!));
}

function requireCurves(series: readonly Curve[]): void {
  const action = "draw curves";
  if (series.length === 0 || series.length > seriesLooks.length) {
    throw new RangeError(
      `Cannot ${action}: series must hold 1 to ${seriesLooks.length} curves, got ${series.length}`,
    );
  }
  for (const [i, { label, x, y, low, high, law }] of series.entries()) {
    if (series.findIndex((other) => other.label === label) !== i) {
      throw new TypeError(`Cannot ${action}: series[${i}].label must be its own, got ${label} twice`);
    }
    if ((low === undefined) !== (high === undefined)) {
      throw new TypeError(`Cannot ${action}: series[${i}] must have both low and high, got one`);
    }
    requireFinite(action, `series[${i}].x`, x, 2);
    for (const [part, values] of Object.entries({ y, low, high, law })) {
      if (values === undefined) continue;
      requireFinite(action, `series[${i}].${part}`, values, 2);
      if (values.length !== x.length) {
        throw new RangeError(
          `Cannot ${action}: series[${i}].${part} must hold ${x.length} values, got ${values.length}`,
        );
      }
    }
  }
}

/** What {@link Curve}s do along x: where each begins and ends, and its least and greatest where those lie between. */
function curvesSentence(series: readonly Curve[], x: string, y: string): string {
  const isPlural = countedPer.test(y);
  const ways = series.map((curve) => wayOf(curve, isPlural));
  const phrases = ways.map(({ verb, how, note }, i) => {
    const isRepeated = verb === ways[i - 1]?.verb;
    const words = isRepeated ? how : `${verb} ${how}`;
    const other = i > 0 && rangeOf(series[i]!) !== rangeOf(series[0]!) ? [rangeOf(series[i]!)] : [];
    return `${words} (${[series[i]!.label, ...other, ...note].join("; ")})`;
  });
  const [first, last] = [phrases.slice(0, -1).join(", "), phrases.at(-1)!];
  return `For ${x} from ${rangeOf(series[0]!)}, ${y} ${first ? `${first} and ${last}` : last}.`;
}

/** A title that names what is counted, "bits per word"; neither "loss per word" nor "number of items per generation". */
const countedPer = /^(?!.* of )[^(]*[^s\s]s per /;

/** Whether one of the ends already reads as this value. */
const said = (value: number, values: readonly number[]): boolean =>
  [values[0]!, values.at(-1)!].some((end) => spokenNumber(end) === spokenNumber(value));

const rangeOf = ({ x }: Curve): string => `${spokenNumber(x[0]!)} to ${spokenNumber(x[x.length - 1]!)}`;

function wayOf({ x, y }: Curve, isPlural: boolean): { verb: string; how: string; note: readonly string[] } {
  const values = Array.from(y);
  const [first, last] = [values[0]!, values.at(-1)!];
  const [least, greatest] = [Math.min, Math.max].map((end) => values.reduce((a, b) => end(a, b))) as [
    number,
    number,
  ];
  const at = (value: number): string =>
    `${spokenNumber(value)}, at ${spokenNumber(x[values.indexOf(value)]!)}`;
  // What sticks out beyond both ends by less than a fortieth of the whole nobody sees, and it may be noise.
  const worth = (greatest - least) / 40;
  const note = [
    ...(Math.min(first, last) - least > worth && !said(least, values) ? [`least ${at(least)}`] : []),
    ...(greatest - Math.max(first, last) > worth && !said(greatest, values)
      ? [`greatest ${at(greatest)}`]
      : []),
  ];
  const [from, to] = [spokenNumber(first), spokenNumber(last)];
  const [rise, fall, stay, begin] = isPlural
    ? (["rise", "fall", "stay", "begin and end"] as const)
    : (["rises", "falls", "stays", "begins and ends"] as const);
  if (from !== to) return { verb: last > first ? rise : fall, how: `from ${from} to ${to}`, note };
  return { verb: note.length === 0 ? stay : begin, how: `at ${from}`, note };
}
