import { requireFinite } from "../require/requireFinite.ts";
import { spokenPercent } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { dashed, seriesLooks } from "./parts/lineSeries.ts";
import { requireLaw } from "./parts/requireByGeneration.ts";
import { seriesLegend } from "./parts/seriesLegend.ts";
import { spaced } from "./parts/spaced.ts";

/** Words of about the same frequency, and how many of them are left. */
export interface SurvivalBand {
  /** As the legend has it: "seen once". */
  readonly label: string;
  /** Share of the band's words still alive, 0–1, at each generation, shape (generations + 1). */
  readonly measured: ArrayLike<number>;
  /** The law at each generation, shape (generations + 1); optional. */
  readonly law?: ArrayLike<number>;
}

/**
 * Survival by frequency: for each band of words the share still alive, measured as points and by law as a line.
 *
 * @param options.bands up to 6 bands; see {@link SurvivalBand}
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are no bands or more than 6, or their series differ in length or hold other than finite numbers
 * @see chapter 3
 * @example
 * survivalCurves({ bands: [{ label: "seen once", measured: [1, 0.6] }, { label: "seen 10 times", measured: [1, 0.9] }] }).description
 * // => "After 1 generation 60 % of the words seen once are alive, and 90 % of those seen 10 times."
 */
export function survivalCurves({ bands }: { bands: readonly SurvivalBand[] }): Figure {
  const action = "draw survival curves";
  if (bands.length === 0 || bands.length > seriesLooks.length) {
    throw new RangeError(
      `Cannot ${action}: bands must hold 1 to ${seriesLooks.length} bands, got ${bands.length}`,
    );
  }
  const generations = bands[0]!.measured.length;
  for (const [i, { measured, law }] of bands.entries()) {
    requireFinite(action, `bands[${i}].measured`, measured, 2);
    requireLaw(action, measured, generations);
    requireLaw(action, law, generations);
  }
  const last = generations - 1;
  const points = bands.flatMap(({ label, measured }) =>
    spaced(last, 16).map((generation) => ({
      generation,
      band: label,
      alive: chartNumber(measured[generation]!),
    })),
  );
  const lines = bands.flatMap(({ label, law }) =>
    law
      ? spaced(last, 41).map((generation) => ({
          generation,
          band: label,
          alive: chartNumber(law[generation]!),
        }))
      : [],
  );
  const percent = ({ measured }: SurvivalBand): string => spokenPercent(measured[last]!);
  const [first, other] = [bands[0]!, bands.at(-1)!];
  const description =
    `After ${last} generation${last === 1 ? "" : "s"} ${percent(first)} of the words ${first.label} are alive` +
    `${bands.length > 1 ? `, and ${percent(other)} of those ${other.label}` : ""}.`;

  const domain = bands.map(({ label }) => label);
  const looks = seriesLooks.slice(0, bands.length);
  const legend = seriesLegend(domain.map((label) => ({ label, mark: "point" })));
  const scale = (range: readonly unknown[]) => ({
    field: "band",
    type: "nominal",
    scale: { domain, range },
    title: null,
    legend,
  });
  const encoding = {
    x: { field: "generation", type: "quantitative", title: "generation" },
    y: { field: "alive", type: "quantitative", title: "share of words still alive", axis: { format: "%" } },
    color: scale(looks.map(({ color }) => color)),
  };
  return figure(description, 320, {
    layer: [
      // A layer each, and no scale of dashes: the legend would draw the outlines of its points with it.
      ...bands.flatMap(({ label, law }, i) =>
        law
          ? {
              data: { values: lines.filter(({ band }) => band === label) },
              mark: { type: "line", strokeWidth: 1.5, ...dashed(looks[i]!) },
              encoding,
            }
          : [],
      ),
      {
        data: { values: points },
        mark: { type: "point", filled: true, size: 50, opacity: 1 },
        encoding: { ...encoding, shape: scale(looks.map(({ shape }) => shape)) },
      },
    ],
  });
}
