import { quantile } from "../metrics/quantile.ts";
import { spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import type { GenerationAxes } from "./generationAxes.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { asSeries, seriesScales } from "./parts/lineSeries.ts";
import { requireByGeneration, requireLaw } from "./parts/requireByGeneration.ts";
import { spaced } from "./parts/spaced.ts";

/**
 * Where chains are at each generation: bands that hold the middle 90 % and 50 % of them, their median, and the law.
 *
 * @param options.values one number per chain and generation, `values[generation][run]`, as `manyLoops` gives them
 * @param options.law the law at each generation, shape (generations + 1); optional
 * @param options y, log, lawName: see {@link GenerationAxes}
 * @returns a Vega-Lite specification
 * @throws {RangeError} if generations differ in their number of runs, a value is not finite, or the law's length differs
 * @see chapter 2
 * @example
 * fan({ values: [[1, 1, 1], [0, 0.5, 1]], y: "variance" }).description
 * // => "In generation 1 the middle 90 % of 3 chains lie between 0.05 and 0.95, their median at 0.5."
 */
export function fan(
  options: GenerationAxes & { values: readonly ArrayLike<number>[]; law?: ArrayLike<number> },
): Figure {
  const { values, law, y, log = false, lawName = "law" } = options;
  requireByGeneration("draw a fan", values);
  requireLaw("draw a fan", law, values.length);
  const last = values.length - 1;
  const rows = spaced(last, 61).map((generation) => {
    const at = (p: number) => chartNumber(quantile(values[generation]!, p), log);
    return {
      generation,
      ...{ p5: at(0.05), p25: at(0.25), median: at(0.5), p75: at(0.75), p95: at(0.95) },
      ...(law && { law: chartNumber(law[generation]!, log) }),
    };
  });
  const band = (from: string, to: string, opacity: number) => ({
    mark: { type: "area", color: palette.synthetic, opacity },
    encoding: { y: { field: from, type: "quantitative" }, y2: { field: to } },
  });
  const line = (name: string, field: string) => ({
    transform: [asSeries(name)],
    mark: "line",
    encoding: { y: { field, type: "quantitative" } },
  });
  const said = (p: number): string => spokenNumber(quantile(values[last]!, p));
  const runs = values[0]!.length;
  const where =
    runs === 1
      ? `the one chain is at ${said(0.5)}`
      : `the middle 90 % of ${spokenNumber(runs)} chains lie between ${said(0.05)} and ${said(0.95)}, their median at ${said(0.5)}`;
  const bySaid = law ? `; the ${lawName} says ${spokenNumber(law[last]!)}` : "";
  const description = `In generation ${last} ${where}${bySaid}.`;
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
    },
    layer: [
      band("p5", "p95", 0.15),
      band("p25", "p75", 0.25),
      {
        encoding: seriesScales([
          { name: "median (bands: middle 50 and 90 %)", color: palette.synthetic, width: 3 },
          ...(law ? [{ name: lawName, color: palette.theory, dash: [6, 4] }] : []),
        ]),
        layer: [line("median (bands: middle 50 and 90 %)", "median"), ...(law ? [line(lawName, "law")] : [])],
      },
    ],
  });
}
