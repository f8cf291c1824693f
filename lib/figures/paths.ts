import { median } from "../metrics/median.ts";
import { spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import type { GenerationAxes } from "./generationAxes.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { asSeries, seriesScales } from "./parts/lineSeries.ts";
import { requireByGeneration, requireLaw } from "./parts/requireByGeneration.ts";
import { spaced } from "./parts/spaced.ts";

/**
 * Many chains over generations: each a thin line, the median of all of them thick, the law dashed on top.
 * At most 24 chains and 51 generations are drawn; the median uses every chain.
 *
 * @param options.values one number per chain and generation, `values[generation][run]`, as `manyLoops` gives them
 * @param options.law the law at each generation, shape (generations + 1); optional
 * @param options y, log, lawName: see {@link GenerationAxes}
 * @returns a Vega-Lite specification
 * @throws {RangeError} if generations differ in their number of runs, a value is not finite, or the law's length differs
 * @see chapter 1
 * @example
 * paths({ values: [[1, 1, 1], [0.5, 0.25, 3]], y: "variance" }).description
 * // => "From generation 0 to 1 the median of 3 chains goes from 1 to 0.5; single chains end between 0.25 and 3."
 */
export function paths(
  options: GenerationAxes & { values: readonly ArrayLike<number>[]; law?: ArrayLike<number> },
): Figure {
  const { values, law, y, log = false, lawName = "law" } = options;
  requireByGeneration("draw paths", values);
  requireLaw("draw paths", law, values.length);
  const last = values.length - 1;
  const runs = values[0]!.length;
  const chains = spaced(runs - 1, 24).map(String);
  const medians = values.map((atGeneration) => median(atGeneration));
  const rows = spaced(last, 51).map((generation) => ({
    generation,
    ...Object.fromEntries(chains.map((run) => [run, chartNumber(values[generation]![Number(run)]!, log)])),
    median: chartNumber(medians[generation]!, log),
    ...(law && { law: chartNumber(law[generation]!, log) }),
  }));
  const line = (name: string, field: string) => ({
    transform: [asSeries(name)],
    mark: "line",
    encoding: { y: { field, type: "quantitative" } },
  });
  const ends = Array.from(values[last]!);
  const who = runs === 1 ? "the one chain" : `the median of ${spokenNumber(runs)} chains`;
  const spread = `; single chains end between ${spokenNumber(Math.min(...ends))} and ${spokenNumber(Math.max(...ends))}`;
  const description =
    `From generation 0 to ${last} ${who} goes from ${spokenNumber(medians[0]!)} to ` +
    `${spokenNumber(medians[last]!)}${runs === 1 ? "" : spread}.`;
  return figure(description, 320, {
    data: { values: rows },
    encoding: {
      x: { field: "generation", type: "quantitative", title: "generation" },
      y: {
        type: "quantitative",
        title: y,
        scale: { type: log ? "log" : "linear" },
        ...(log && { axis: { tickCount: 3 } }),
      },
      ...seriesScales([
        { name: "one chain", color: palette.synthetic, width: 0.8, opacity: 0.45 },
        { name: "median", color: palette.synthetic, width: 3 },
        ...(law ? [{ name: lawName, color: palette.theory, dash: [6, 4] }] : []),
      ]),
    },
    layer: [
      {
        transform: [{ fold: chains, as: ["chain", "value"] }, asSeries("one chain")],
        mark: "line",
        encoding: {
          y: { field: "value", type: "quantitative" },
          detail: { field: "chain", type: "nominal" },
        },
      },
      line("median", "median"),
      ...(law ? [line(lawName, "law")] : []),
    ],
  });
}
