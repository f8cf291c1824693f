import { mean } from "../metrics/mean.ts";
import { median } from "../metrics/median.ts";
import { quantile } from "../metrics/quantile.ts";
import { spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { requireByGeneration, requireLaw } from "./parts/requireByGeneration.ts";
import { spaced } from "./parts/spaced.ts";

/**
 * Two answers to "what happens on average": the mean of all chains and their median, generation by generation, in
 * front of a band that holds the middle 80 % of the chains. Where the two part, the mean speaks for few chains.
 *
 * @param options.values one number per chain and generation, `values[generation][run]`, as `manyLoops` gives them
 * @param options.y title of the y-axis: the quantity, with its unit
 * @param options.meanLaw what theory says of the mean at each generation, shape (generations + 1); optional
 * @param options.medianLaw what theory says of the median, in the same shape; optional
 * @returns a Vega-Lite specification
 * @throws {RangeError} if generations differ in their number of runs, a value is not finite, or a law's length differs
 * @see chapter 1
 * @example
 * meanAndMedian({ values: [[1, 1, 1], [0.5, 0.25, 3]], y: "variance" }).description
 * // => "In generation 1 the mean of 3 chains is 1.25 and their median 0.5."
 */
export function meanAndMedian(options: {
  values: readonly ArrayLike<number>[];
  y: string;
  meanLaw?: ArrayLike<number>;
  medianLaw?: ArrayLike<number>;
}): Figure {
  const { values, y, meanLaw, medianLaw } = options;
  requireByGeneration("draw mean and median", values);
  requireLaw("draw mean and median", meanLaw, values.length);
  requireLaw("draw mean and median", medianLaw, values.length);
  const last = values.length - 1;
  const rows = spaced(last, 51).map((generation) => {
    const chains = values[generation]!;
    return {
      generation,
      mean: chartNumber(mean(chains)),
      median: chartNumber(median(chains)),
      p10: chartNumber(quantile(chains, 0.1)),
      p90: chartNumber(quantile(chains, 0.9)),
      ...(meanLaw && { meanLaw: chartNumber(meanLaw[generation]!) }),
      ...(medianLaw && { medianLaw: chartNumber(medianLaw[generation]!) }),
    };
  });
  const end = rows.at(-1)!;
  const line = (field: string, mark: object) => ({
    mark: { type: "line", ...mark },
    encoding: { y: { field, type: "quantitative" } },
  });
  const lawLine = { color: palette.theory, strokeWidth: 2, strokeDash: [6, 4] };
  const name = (
    text: string,
    field: string,
    color: string,
    dy: number,
    generation = Math.round(0.55 * last),
  ) => ({
    data: { values: [rows.find((row) => row.generation >= generation) ?? end] },
    mark: { type: "text", text, color, align: "right", dy, fontWeight: "bold" },
    encoding: { y: { field, type: "quantitative" } },
  });
  const [average, middle] = [spokenNumber(mean(values[last]!)), spokenNumber(median(values[last]!))];
  const runs = values[0]!.length;
  const description =
    runs === 1
      ? `In generation ${last} the one chain is at ${average}.`
      : `In generation ${last} the mean of ${spokenNumber(runs)} chains is ${average} and their median ${middle}.`;
  return figure(description, 320, {
    data: { values: rows },
    encoding: {
      x: {
        field: "generation",
        type: "quantitative",
        title: "generation",
        scale: { domain: [0, last], nice: false },
      },
      y: { type: "quantitative", title: y, axis: { tickCount: 6 } },
    },
    layer: [
      {
        mark: { type: "area", color: palette.synthetic, opacity: 0.15 },
        encoding: { y: { field: "p10", type: "quantitative" }, y2: { field: "p90" } },
      },
      line("mean", { color: palette.more[1], strokeWidth: 3 }),
      line("median", { color: palette.synthetic, strokeWidth: 3 }),
      ...(meanLaw ? [line("meanLaw", lawLine)] : []),
      ...(medianLaw ? [line("medianLaw", lawLine)] : []),
      name("mean of all chains", "mean", palette.more[1], -14),
      name("median chain", "median", palette.synthetic, 16),
      name("middle 80 % of chains", "p90", palette.soft, 16),
      ...(meanLaw || medianLaw
        ? [name("dashed: laws", meanLaw ? "meanLaw" : "medianLaw", palette.theory, 15)]
        : []),
    ],
  });
}
