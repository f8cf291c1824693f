import { requireFinite } from "../require/requireFinite.ts";
import { requireSameLength } from "../require/requireSameLength.ts";
import { spokenList, spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { spaced } from "./parts/spaced.ts";

const action = "draw small multiples";
const columns = 3;

/** One measure in a panel of its own. */
export interface Panel {
  /** Stands above the panel: the measure, with its unit. */
  readonly label: string;
  /** The measure at each place, shape (places). */
  readonly y: ArrayLike<number>;
  /** Lower and upper end of its spread, each of the same shape; both or neither. */
  readonly low?: ArrayLike<number>;
  readonly high?: ArrayLike<number>;
  /** Where it sounds the alarm, one of the places; optional. */
  readonly alarm?: number;
}

/**
 * Many measures of one thing along the same axis, a small panel for each, with its own y-axis. Where a measure
 * sounds the alarm stands a line with the place beside it. At most 41 places are drawn.
 *
 * @param options.panels 1 to 12 panels; see {@link Panel}
 * @param options.x title of the x-axis. Default "generation"
 * @param options.xs the places, rising. Default 0, 1, 2, …
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are no panels or more than 12, lengths differ, a number is not finite, or an alarm is outside
 * @throws {TypeError} if two panels have one label, or a panel has one of low and high only
 * @see chapter 6
 * @example
 * smallMultiples({ panels: [{ label: "words", y: [9, 5, 1], alarm: 1 }, { label: "bits", y: [3, 3, 2] }] }).description
 * // => "From generation 0 to 2, 1 of 2 measures sounds an alarm; the first is words, at 1."
 */
export function smallMultiples(options: {
  panels: readonly Panel[];
  x?: string;
  xs?: ArrayLike<number>;
}): Figure {
  const { panels, x = "generation" } = options;
  const xs = options.xs ?? Array.from(panels[0]?.y ?? [], (_, t) => t);
  requirePanels(panels, xs);
  const ends = [xs[0]!, xs[xs.length - 1]!];
  const at = spaced(xs.length - 1, 41);
  const isBanded = panels.some(({ low }) => low !== undefined);
  const drawn = panels.map(({ label, y, low, high, alarm }, panel) => {
    const rows = at.map((i) => ({
      measure: label,
      x: chartNumber(xs[i]!),
      value: chartNumber(y[i]!),
      ...(isBanded && { low: chartNumber((low ?? y)[i]!), high: chartNumber((high ?? y)[i]!) }),
    }));
    const alarms = alarm === undefined ? [] : [{ measure: label, alarm, said: spokenNumber(alarm) }];
    const said = (test: string, mark: object) => ({
      data: { values: alarms },
      transform: [{ filter: `datum.alarm ${test} ${(ends[0]! + 3 * ends[1]!) / 4}` }],
      mark: { type: "text", color: palette.theory, baseline: "top", ...mark },
      encoding: {
        x: { field: "alarm", ...horizontal },
        y: { value: 0 },
        text: { field: "said", type: "nominal" },
      },
    });
    const horizontal = {
      type: "quantitative",
      title: panel >= panels.length - columns ? x : null,
      scale: { domain: ends, nice: false },
      axis: { tickCount: 3, grid: false },
    };
    const greatest = Math.max(...Array.from(high ?? y, Math.abs)); // "~s" would write 0.6 as 600m
    const vertical = {
      type: "quantitative",
      title: null,
      scale: { zero: false },
      axis: { tickCount: 3, ...(greatest >= 10_000 && { format: "~s" }), minExtent: 32 },
    };
    return {
      title: {
        text: label,
        fontSize: 14,
        fontWeight: "normal",
        color: palette.real,
        anchor: "start",
        frame: "group",
        offset: 4,
      },
      width: 121,
      height: 84,
      data: { values: rows },
      layer: [
        ...(isBanded
          ? [
              {
                mark: { type: "area", color: palette.synthetic, opacity: 0.2 },
                encoding: {
                  x: { field: "x", ...horizontal },
                  y: { field: "low", ...vertical },
                  y2: { field: "high" },
                },
              },
            ]
          : []),
        {
          mark: { type: "line", color: palette.synthetic, strokeWidth: 2 },
          encoding: { x: { field: "x", ...horizontal }, y: { field: "value", ...vertical } },
        },
        {
          data: { values: alarms },
          mark: { type: "rule", color: palette.theory, strokeWidth: 2, strokeDash: [4, 3] },
          encoding: { x: { field: "alarm", ...horizontal } },
        },
        said("<=", { align: "left", dx: 4 }),
        said(">", { align: "right", dx: -4 }),
      ],
    };
  });
  const { width: _, height: __, config, ...rest } = figure(sentenceOf(panels, x, ends), 0, {});
  // Panels have sizes of their own, so that the whole has none.
  return {
    ...rest,
    columns,
    bounds: "flush",
    spacing: { row: 58, column: 46 },
    concat: drawn,
    config,
  } as unknown as Figure;
}

function requirePanels(panels: readonly Panel[], xs: ArrayLike<number>): void {
  if (panels.length === 0 || panels.length > 12) {
    throw new RangeError(`Cannot ${action}: panels must hold 1 to 12 panels, got ${panels.length}`);
  }
  requireFinite(action, "xs", xs, 2);
  for (const [i, { label, y, low, high, alarm }] of panels.entries()) {
    if (panels.findIndex((other) => other.label === label) !== i) {
      throw new TypeError(`Cannot ${action}: panels[${i}].label must be its own, got ${label} twice`);
    }
    if ((low === undefined) !== (high === undefined)) {
      throw new TypeError(`Cannot ${action}: panels[${i}] must have both low and high, got one`);
    }
    for (const [part, values] of Object.entries({ y, low, high })) {
      if (values === undefined) continue;
      requireFinite(action, `panels[${i}].${part}`, values);
      requireSameLength(action, `panels[${i}].${part}`, values, "xs", xs);
    }
    if (alarm !== undefined && !(alarm >= xs[0]! && alarm <= xs[xs.length - 1]!)) {
      throw new RangeError(
        `Cannot ${action}: panels[${i}].alarm must lie within xs, from ${xs[0]} to ${xs[xs.length - 1]}, got ${alarm}`,
      );
    }
  }
}

function sentenceOf(panels: readonly Panel[], x: string, [from, to]: readonly number[]): string {
  const alarms = panels.filter(({ alarm }) => alarm !== undefined).sort((a, b) => a.alarm! - b.alarm!);
  const [first] = alarms;
  const along = `From ${x} ${spokenNumber(from!)} to ${spokenNumber(to!)}`;
  if (first) {
    const { length } = panels;
    const some = `${alarms.length} of ${length} measure${length === 1 ? " sounds" : `s sound${alarms.length === 1 ? "s" : ""}`}`;
    const who =
      alarms.length === length && length > 1
        ? `${length === 2 ? "both" : `all ${length}`} measures sound`
        : some;
    const firsts = alarms.filter(({ alarm }) => alarm === first.alarm).map(({ label }) => label);
    const are = firsts.length === 1 ? "is" : "are";
    return `${along}, ${who} an alarm; the first ${are} ${spokenList(firsts)}, at ${spokenNumber(first.alarm!)}.`;
  }
  const goes = ({ label, y }: Panel): string =>
    `${label} goes from ${spokenNumber(y[0]!)} to ${spokenNumber(y[y.length - 1]!)}`;
  const others = panels.length - 3;
  const rest = others > 0 ? [`${others} other${others === 1 ? " is" : "s are"} drawn beside`] : [];
  return `${along}, ${spokenList([...panels.slice(0, 3).map(goes), ...rest])}.`;
}
