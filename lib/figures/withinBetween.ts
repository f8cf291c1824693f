import { requireFinite } from "../require/requireFinite.ts";
import { requireSameLength } from "../require/requireSameLength.ts";
import { spokenNumber, spokenPercent } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { requireLaw } from "./parts/requireByGeneration.ts";
import { spaced } from "./parts/spaced.ts";

/**
 * Where a variety is: the part within chains (or villages, or labs) and the part between them, stacked, so that the
 * upper edge is their total. Dashed lines say where a law puts the two edges.
 *
 * @param options.within mean variety within a chain at each generation, shape (generations + 1)
 * @param options.between variety of the chains' centres, in the same unit and shape
 * @param options.law the two parts by theory, in the same shape; optional
 * @param options.y title of the y-axis: the quantity, with its unit
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are fewer than 2 generations, a value is not finite, or the shapes differ
 * @see Wright (1951), Ann. Eugen. 15(4):323–354, doi:10.1111/j.1469-1809.1949.tb02451.x — chapter 2
 * @example withinBetween({ within: [1, 0.75], between: [0, 0.25], y: "variance" }).description
 * // => "In generation 1, 0.75 lies within chains and 0.25 between them, 25 % of the whole."
 */
export function withinBetween(options: {
  within: ArrayLike<number>;
  between: ArrayLike<number>;
  law?: { readonly within: ArrayLike<number>; readonly between: ArrayLike<number> };
  y: string;
}): Figure {
  const { within, between, law, y } = options;
  const action = "draw within and between";
  requireFinite(action, "within", within, 2);
  requireFinite(action, "between", between, 2);
  requireSameLength(action, "between", between, "within", within);
  for (const part of [law?.within, law?.between]) requireLaw(action, part, within.length);
  const last = within.length - 1;
  const rows = spaced(last, 41).map((generation) => ({
    generation,
    ground: 0,
    within: chartNumber(within[generation]!),
    total: chartNumber(within[generation]! + between[generation]!),
    ...(law && {
      withinLaw: chartNumber(law.within[generation]!),
      totalLaw: chartNumber(law.within[generation]! + law.between[generation]!),
    }),
  }));
  const [inside, outside] = [within[last]!, between[last]!];
  const whole = inside + outside;
  const description =
    whole === 0
      ? `In generation ${last}, nothing is left within chains or between them.`
      : `In generation ${last}, ${spokenNumber(inside)} lies within chains and ${spokenNumber(outside)} between them, ` +
        `${spokenPercent(outside / whole)} of the whole.`;
  const names = ["within chains", "between chains"] as const;
  const area = (name: (typeof names)[number], from: string, to: string) => ({
    transform: [{ calculate: JSON.stringify(name), as: "part" }],
    mark: { type: "area", opacity: 0.45 },
    encoding: {
      y: { field: to, type: "quantitative" },
      y2: { field: from },
      fill: {
        field: "part",
        type: "nominal",
        title: null,
        scale: { domain: names, range: [palette.synthetic, palette.more[1]] },
        legend: { symbolType: "square", symbolSize: 250, symbolStrokeWidth: 0 },
      },
    },
  });
  const dash = { field: "series", type: "nominal", title: null, scale: { domain: ["law"], range: [[6, 4]] } };
  const edge = (field: string) => ({
    transform: [{ calculate: '"law"', as: "series" }],
    mark: { type: "line", color: palette.theory, strokeWidth: 2 },
    encoding: { y: { field, type: "quantitative" }, strokeDash: dash },
  });
  return figure(description, 300, {
    data: { values: rows },
    encoding: {
      x: { field: "generation", type: "quantitative", title: "generation", scale: { domain: [0, last] } },
      y: { type: "quantitative", title: y },
    },
    layer: [
      area(names[0], "ground", "within"),
      area(names[1], "within", "total"),
      ...(law ? [edge("withinLaw"), edge("totalLaw")] : []),
    ],
  });
}
