import { mean } from "../metrics/mean.ts";
import { spokenList, spokenPercent } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { seriesLooks } from "./parts/lineSeries.ts";
import { requireByGeneration, requireLaw } from "./parts/requireByGeneration.ts";
import { spaced } from "./parts/spaced.ts";

/** A quantity that a loop wears down. */
export interface Remaining {
  /** As it stands beside its points: "entropy". */
  readonly label: string;
  /** In its own unit, `values[generation][run]`, as `manyLoops` gives them; its mean in generation 0 must be above 0. */
  readonly values: readonly ArrayLike<number>[];
  /** The law in the same unit at each generation, shape (generations + 1); optional. */
  readonly law?: ArrayLike<number>;
}

/**
 * What is left of several quantities, each as a share of its value in generation 0: the mean of the runs as points,
 * with a bar from the least to the greatest run, against the law. Shows which of them sounds the alarm first.
 *
 * @param options.series 1 to 6 quantities; see {@link Remaining}
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are none or more than 6, they differ in generations, a value is not finite, or one starts at 0
 * @see chapter 3
 * @example
 * sharesLeft({ series: [{ label: "entropy", values: [[8], [6]] }, { label: "words", values: [[90], [9]] }] }).description
 * // => "In generation 1, 75 % of entropy is left and 10 % of words."
 */
export function sharesLeft({ series }: { series: readonly Remaining[] }): Figure {
  const action = "draw shares left";
  if (series.length === 0 || series.length > seriesLooks.length) {
    throw new RangeError(
      `Cannot ${action}: series must hold 1 to ${seriesLooks.length} quantities, got ${series.length}`,
    );
  }
  const last = series[0]!.values.length - 1;
  const points: object[] = [];
  const lines: object[] = [];
  const ends: { label: string; share: number }[] = [];
  for (const { label, values, law } of series) {
    requireByGeneration(action, values);
    if (values.length !== last + 1) {
      throw new RangeError(
        `Cannot ${action}: ${label} must hold ${last + 1} generations, got ${values.length}`,
      );
    }
    requireLaw(action, law, last + 1);
    const start = mean(values[0]!);
    if (!(start > 0)) {
      throw new RangeError(`Cannot ${action}: ${label} must start above 0, got ${start}`);
    }
    for (const generation of spaced(last, 16)) {
      const runs = Array.from(values[generation]!);
      const share = (value: number) => chartNumber(value / start);
      const [least, most] = [share(Math.min(...runs)), share(Math.max(...runs))];
      points.push({ label, generation, share: share(mean(runs)), least, most });
    }
    for (const generation of law ? spaced(last, 41) : []) {
      lines.push({ label, generation, share: chartNumber(law![generation]! / start) });
    }
    ends.push({ label, share: mean(values[last]!) / start });
  }
  const amount = (share: number): string =>
    share === 1 ? "all" : share === 0 ? "none" : spokenPercent(share);
  const left = ends.map(({ label, share }, i) => `${amount(share)} of ${label}${i === 0 ? " is left" : ""}`);
  const description = `In generation ${last}, ${spokenList(left)}.`;

  // Names stand within the plot, the highest above its points and the others below: a narrow page cuts off what is outside.
  const middle = Math.round(0.4 * last);
  const names = series
    .map(({ label, values }) => ({
      label,
      generation: middle,
      share: mean(values[middle]!) / mean(values[0]!),
    }))
    .sort((a, b) => b.share - a.share);

  const domain = series.map(({ label }) => label);
  const x = {
    field: "generation",
    type: "quantitative",
    title: "generation",
    scale: { domain: [0, last] },
    axis: { tickCount: 6 },
  };
  const y = {
    type: "quantitative",
    title: "share left of generation 0",
    axis: { format: "%" },
    scale: { domain: [0, 1] },
  };
  const shape = {
    field: "label",
    type: "nominal",
    scale: { domain, range: seriesLooks.map((look) => look.shape).slice(0, domain.length) },
    legend: null,
  };
  return figure(description, 320, {
    encoding: { x },
    layer: [
      {
        data: { values: lines },
        mark: { type: "line", color: palette.theory, strokeDash: [6, 4], strokeWidth: 2 },
        encoding: { y: { ...y, field: "share" }, detail: { field: "label" } },
      },
      {
        data: { values: points },
        mark: { type: "rule", color: palette.synthetic },
        encoding: { y: { ...y, field: "least" }, y2: { field: "most" } },
      },
      {
        data: { values: points },
        mark: { type: "point", filled: true, size: 45, opacity: 1, color: palette.synthetic },
        encoding: { y: { ...y, field: "share" }, shape },
      },
      ...names.map(({ label, generation, share }, rank) => ({
        data: { values: [{ label, generation, share: chartNumber(share) }] },
        mark: {
          type: "text",
          ...(rank === 0 ? { dy: -22 } : { dy: 16, align: "right" }),
          color: palette.synthetic,
        },
        encoding: { y: { ...y, field: "share" }, text: { field: "label" } },
      })),
    ],
  });
}
