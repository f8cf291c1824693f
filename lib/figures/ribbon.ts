import { spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { asSeries, seriesScales } from "./parts/lineSeries.ts";
import { requireByGeneration, requireLaw } from "./parts/requireByGeneration.ts";
import { spaced } from "./parts/spaced.ts";

/** What a law says of all chains, each of shape (generations + 1). */
export interface Ribbon {
  /** Where the band begins. */
  readonly low: ArrayLike<number>;
  /** The line in it, such as the median. */
  readonly middle: ArrayLike<number>;
  /** Where the band ends. */
  readonly high: ArrayLike<number>;
}

/**
 * A law's ribbon with chains over it: the band and the middle line are theory, the thin lines are chains. At most 50 of
 * them and 26 generations are drawn. The sentence counts how many of the chains given end within the band.
 *
 * @param options.values one number per chain and generation, `values[generation][run]`, as `manyLoops` gives them
 * @param options.law the band and its middle; see {@link Ribbon}
 * @param options.y title of the y-axis: the quantity, with its unit
 * @param options.band what the band holds, as the legend says it: "middle 90 %"
 * @param options.log a logarithmic y-axis; values ≤ 0 are left out. Default false
 * @returns a Vega-Lite specification
 * @throws {RangeError} if generations differ in their number of runs, a value is not finite, or the law's length differs
 * @see chapter 2
 * @example
 * const law = { low: [1, 0.5], middle: [1, 0.8], high: [1, 1.5] };
 * ribbon({ values: [[1, 1], [0.7, 2]], law, y: "variance", band: "middle 90 %" }).description
 * // => "By law the chains of generation 1 lie around 0.8, between 0.5 and 1.5 (middle 90 %); 1 of 2 does."
 */
export function ribbon(options: {
  values: readonly ArrayLike<number>[];
  law: Ribbon;
  y: string;
  band: string;
  log?: boolean;
}): Figure {
  const { values, law, y, band, log = false } = options;
  requireByGeneration("draw a ribbon", values);
  for (const part of [law.low, law.middle, law.high]) requireLaw("draw a ribbon", part, values.length);
  const last = values.length - 1;
  const ends = Array.from(values[last]!);
  const chains = spaced(ends.length - 1, 50).map(String);
  const rows = spaced(last, 26).map((generation) => {
    const number = (value: number) => chartNumber(value, log);
    const drawn = chains.map((run) => [run, number(values[generation]![Number(run)]!)]);
    const [low, middle, high] = [law.low, law.middle, law.high].map((part) => number(part[generation]!));
    return { generation, ...Object.fromEntries(drawn), low, middle, high };
  });
  const [low, middle, high] = [law.low[last]!, law.middle[last]!, law.high[last]!];
  const within = ends.filter((end) => end >= low && end <= high).length;
  const description =
    `By law the chains of generation ${last} lie around ${spokenNumber(middle)}, between ${spokenNumber(low)} and ` +
    `${spokenNumber(high)} (${band}); ${within} of ${ends.length} ${within === 1 ? "does" : "do"}.`;
  const chain = "one chain";
  const median = `law (band: ${band})`;
  const line = (field: string, name: string) => ({
    transform: [asSeries(name)],
    mark: "line",
    encoding: { y: { field, type: "quantitative" } },
  });
  return figure(description, 340, {
    data: { values: rows },
    encoding: {
      x: { field: "generation", type: "quantitative", title: "generation", scale: { domain: [0, last] } },
      y: {
        type: "quantitative",
        title: y,
        scale: { type: log ? "log" : "linear" },
        ...(log && { axis: { tickCount: 5, format: "~g" } }),
      },
    },
    layer: [
      {
        mark: { type: "area", color: palette.theory, opacity: 0.2 },
        encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
      },
      {
        encoding: seriesScales([
          { name: chain, color: palette.synthetic, width: 0.8, opacity: 0.5 },
          { name: median, color: palette.theory, width: 2.5, dash: [6, 4] },
        ]),
        layer: [
          {
            transform: [{ fold: chains, as: ["run", "chain"] }, asSeries(chain)],
            mark: "line",
            encoding: { y: { field: "chain", type: "quantitative" }, detail: { field: "run" } },
          },
          line("middle", median),
        ],
      },
    ],
  });
}
