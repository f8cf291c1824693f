import { mean } from "../metrics/mean.ts";
import { spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import type { GenerationAxes } from "./generationAxes.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { asSeries, seriesScales } from "./parts/lineSeries.ts";
import { requireByGeneration, requireLaw } from "./parts/requireByGeneration.ts";
import { spaced } from "./parts/spaced.ts";

/**
 * How many types are alive over the generations: the mean of the runs as points, with a bar from the least to the
 * greatest run, against the law.
 *
 * @param options.values types alive, `values[generation][run]`, as `manyLoops` gives them
 * @param options.law the law at each generation, shape (generations + 1); optional
 * @param options y (default "different words alive"), log, lawName: see {@link GenerationAxes}
 * @returns a Vega-Lite specification
 * @throws {RangeError} if generations differ in their number of runs, a value is not finite, or the law's length differs
 * @see chapter 3
 * @example
 * typesOverGenerations({ values: [[10, 10], [7, 9]], law: [10, 8.1] }).description
 * // => "From generation 0 to 1 the number of different words alive falls from 10 to 8 (mean of 2 runs); the law says 8.1."
 */
export function typesOverGenerations(
  options: Partial<GenerationAxes> & { values: readonly ArrayLike<number>[]; law?: ArrayLike<number> },
): Figure {
  const { values, law, y = "different words alive", log = false, lawName = "law" } = options;
  requireByGeneration("draw types over generations", values);
  requireLaw("draw types over generations", law, values.length);
  const last = values.length - 1;
  const means = values.map((runs) => mean(runs));
  const points = spaced(last, 31).map((generation) => {
    const runs = Array.from(values[generation]!);
    return {
      generation,
      mean: chartNumber(means[generation]!, log),
      least: chartNumber(Math.min(...runs), log),
      most: chartNumber(Math.max(...runs), log),
    };
  });
  const laws = law
    ? spaced(last, 61).map((generation) => ({ generation, law: chartNumber(law[generation]!, log) }))
    : [];
  const runs = values[0]!.length;
  const measured = runs === 1 ? "one run" : `mean of ${spokenNumber(runs)} runs`;
  const [from, to] = [spokenNumber(means[0]!), spokenNumber(means[last]!)];
  const change = means[last]! < means[0]! ? "falls" : "rises";
  const description =
    `From generation 0 to ${last} the number of ${y} ${from === to ? `stays at ${to}` : `${change} from ${from} to ${to}`} ` +
    `(${measured})${law ? `; the ${lawName} says ${spokenNumber(law[last]!)}` : ""}.`;
  const axis = (field: string) => ({
    field,
    type: "quantitative",
    title: y,
    scale: { type: log ? "log" : "linear", zero: !log },
  });
  return figure(description, 320, {
    encoding: {
      x: { field: "generation", type: "quantitative", title: "generation" },
      ...seriesScales([
        { name: measured, color: palette.synthetic },
        ...(law ? [{ name: lawName, color: palette.theory, dash: [6, 4] }] : []),
      ]),
    },
    layer: [
      ...(law
        ? [
            {
              data: { values: laws },
              transform: [asSeries(lawName)],
              mark: "line",
              encoding: { y: axis("law") },
            },
          ]
        : []),
      {
        data: { values: points },
        transform: [asSeries(measured)],
        mark: "rule",
        encoding: { y: axis("least"), y2: { field: "most" } },
      },
      {
        data: { values: points },
        mark: { type: "point", filled: true, size: 45, opacity: 1, color: palette.synthetic },
        encoding: { y: axis("mean"), color: null, strokeDash: null, strokeWidth: null, strokeOpacity: null },
      },
    ],
  });
}
