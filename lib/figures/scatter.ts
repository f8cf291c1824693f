import { mean } from "../metrics/mean.ts";
import { requireFinite } from "../require/requireFinite.ts";
import { capitalised, spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { seriesLooks } from "./parts/lineSeries.ts";
import { seriesLegend } from "./parts/seriesLegend.ts";
import { spaced } from "./parts/spaced.ts";

/** Points of one kind. */
export interface PointGroup {
  /** As the legend has it. */
  readonly label: string;
  /** Places along the axes, shape (n), n ≥ 1. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Human data is drawn in ink, as rings below the others. */
  readonly role?: "real";
}

/**
 * Points in the plane, told apart by colour and shape. At most 600 are drawn, evenly chosen from all groups.
 *
 * @param options.groups 1 to 6 groups; see {@link PointGroup}
 * @param options.x title of the x-axis: the quantity, with its unit
 * @param options.y title of the y-axis: the quantity, with its unit
 * @param options.square one scale for both axes, for points whose distances matter. Default false
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are no groups or more than 6, one is empty, not finite, or has not as many x as y
 * @throws {TypeError} if two groups have one label
 * @see chapter 8
 * @example
 * scatter({ groups: [{ label: "human", x: [0, 2], y: [1, 3], role: "real" }], x: "width", y: "height" }).description
 * // => "The 2 points “human” have their centre at width 1, height 2."
 */
export function scatter(options: {
  groups: readonly PointGroup[];
  x: string;
  y: string;
  square?: boolean;
}): Figure {
  const { groups, x, y, square = false } = options;
  const action = "draw a scatter plot";
  if (groups.length === 0 || groups.length > seriesLooks.length) {
    throw new RangeError(
      `Cannot ${action}: groups must hold 1 to ${seriesLooks.length} groups, got ${groups.length}`,
    );
  }
  for (const [i, { label, x, y }] of groups.entries()) {
    requireFinite(action, `groups[${i}].x`, x);
    requireFinite(action, `groups[${i}].y`, y);
    if (x.length !== y.length) {
      throw new RangeError(`Cannot ${action}: groups[${i}].y must hold ${x.length} values, got ${y.length}`);
    }
    if (groups.findIndex((other) => other.label === label) !== i) {
      throw new TypeError(`Cannot ${action}: groups[${i}].label must be its own, got ${label} twice`);
    }
  }
  const drawn = groups.toSorted((a, b) => Number(b.role === "real") - Number(a.role === "real"));
  const each = Math.floor(600 / groups.length);
  const rows = drawn.flatMap(({ label, x, y }) =>
    spaced(x.length - 1, each).map((i) => ({
      group: label,
      x: chartNumber(x[i]!),
      y: chartNumber(y[i]!),
    })),
  );
  // A ring is a human point and nothing else, in the legend too: the others begin with another shape.
  const ring = { color: palette.real, fill: "transparent", shape: "circle" };
  const others = seriesLooks.map(({ color }, i) => ({
    ...{ color, fill: color },
    shape: seriesLooks[(i + 1) % seriesLooks.length]!.shape,
  }));
  const legend = seriesLegend(groups.map(({ label }) => ({ label, mark: "point" })));
  let next = 0;
  const looks = groups.map(({ role }) => (role === "real" ? ring : others[next++]!));
  const channel = (range: readonly string[]) => ({
    field: "group",
    type: "nominal",
    title: null,
    scale: { domain: groups.map(({ label }) => label), range },
    legend,
  });
  const axis = (field: "x" | "y", title: string) => ({
    field,
    type: "quantitative",
    title,
    scale: { zero: false, ...(square && { domain: span(groups), nice: true }) },
  });
  return figure(sentenceOf(groups, x, y), square ? 430 : 340, {
    ...(square && { width: 430 }),
    data: { values: rows },
    mark: { type: "point", size: 30, opacity: 0.75, strokeWidth: 1.2 },
    encoding: {
      x: axis("x", x),
      y: axis("y", y),
      stroke: channel(looks.map(({ color }) => color)),
      fill: channel(looks.map(({ fill }) => fill)),
      shape: channel(looks.map(({ shape }) => shape)),
    },
  });
}

function sentenceOf(groups: readonly PointGroup[], xTitle: string, yTitle: string): string {
  const centres = groups.map(({ label, x, y }, i) => {
    const [across, up] = [spokenNumber(mean(x)), spokenNumber(mean(y))];
    const where = i === 0 ? `${xTitle} ${across}, ${yTitle} ${up}` : `${across} and ${up}`;
    const one = x.length === 1;
    const who = `the ${one ? "one point" : `${spokenNumber(x.length)} points`} “${label}”`;
    return `${who} ${one ? "is" : i === 0 ? "have their centre" : "theirs"} at ${where}`;
  });
  return capitalised(`${centres.join("; ")}.`);
}

/** The ends that hold every coordinate, the same along both axes. */
function span(groups: readonly PointGroup[]): [number, number] {
  const all = groups.flatMap(({ x, y }) => [...Array.from(x), ...Array.from(y)]);
  return [Math.min(...all), Math.max(...all)];
}
