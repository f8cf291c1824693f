import { type BallOptions, manifoldMetrics } from "../metrics/manifoldMetrics.ts";
import { neighbourRadii } from "../numerics/neighbourRadii.ts";
import type { FlatPoints, Points } from "../numerics/points.ts";
import { twoClouds } from "../numerics/twoClouds.ts";
import { capitalised, spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { seriesLegend } from "./parts/seriesLegend.ts";

const kinds = {
  found: { label: "human, found", color: palette.real, fill: "transparent", shape: "circle" },
  missed: { label: "human, missed", color: palette.real, fill: palette.real, shape: "circle" },
  inside: {
    label: "model, inside",
    color: palette.synthetic,
    fill: palette.synthetic,
    shape: "triangle-up",
  },
  outside: { label: "model, outside", color: palette.theory, fill: palette.theory, shape: "diamond" },
};

/**
 * Human points and a model's points in the plane, as precision and recall see them: a human point is found if it lies in
 * the ball of one of the model's points, and one of the model's points is inside if it lies in the ball of a human one.
 * The four numbers of {@link manifoldMetrics} stand above.
 *
 * @param options.real human points, shape (n, 2), k < n ≤ 600, in some unit
 * @param options.fake the model's points, shape (m, 2), k < m ≤ 600, in the same unit
 * @param options.k,options.strict how balls are drawn; see {@link BallOptions}
 * @param options.x title of the x-axis: the quantity, with its unit
 * @param options.y title of the y-axis: the quantity, with its unit
 * @param options.range ends of both axes; a point beyond them is not drawn, but counts
 * @returns a Vega-Lite specification
 * @throws {RangeError} as `manifoldMetrics` does; if there are more than 600 points, or rows have not 2 numbers
 * @see manifoldMetrics — chapter 6
 * @example
 * const [real, fake] = [[[0, 0], [1, 0], [5, 5]], [[0, 1], [0.5, 0]]];
 * foundAndMissed({ real, fake, k: 1, strict: true, x: "x", y: "y", range: [-6, 6] }).description
 * // => "Precision 0.5, recall 0.667, density 1, coverage 0.667: of 3 human points 1 is missed, of 2 by the model 1 is outside."
 */
export function foundAndMissed(
  options: BallOptions & {
    real: Points;
    fake: Points;
    x: string;
    y: string;
    range: readonly [number, number];
  },
): Figure {
  const { real, fake, k, strict, x, y, range } = options;
  const action = "draw found and missed points";
  const { precision, recall, density, coverage } = manifoldMetrics(real, fake, { k, strict });
  const [reals, fakes] = twoClouds(action, ["real", "fake"], real, fake, k + 1);
  if (reals.d !== 2)
    throw new RangeError(`Cannot ${action}: real must have rows of 2 numbers, got ${reals.d}`);
  for (const [name, { n }] of Object.entries({ real: reals, fake: fakes })) {
    if (n > 600) throw new RangeError(`Cannot ${action}: ${name} must hold at most 600 points, got ${n}`);
  }
  const found = held(reals, fakes, k, strict);
  const inside = held(fakes, reals, k, strict);
  const rows = [
    ...rowsOf(reals, (i) => (found[i] ? kinds.found : kinds.missed).label),
    ...rowsOf(fakes, (i) => (inside[i] ? kinds.inside : kinds.outside).label),
  ];
  const numbers = Object.entries({ precision, recall, density, coverage });
  const said = numbers.map(([name, value]) => `${name} ${value.toFixed(2)}`).join(" · ");
  const [missed, off] = [found, inside].map((all) => all.filter((is) => !is).length) as [number, number];

  const looks = Object.values(kinds);
  const entries = looks.map(({ label }) => ({ label, mark: "point" as const }));
  const legend = { ...seriesLegend(entries), columns: 2, offset: 30 }; // two and two; room for the numbers
  const channel = (range: readonly string[]) => ({
    field: "kind",
    type: "nominal",
    title: null,
    scale: { domain: looks.map(({ label }) => label), range },
    legend,
  });
  const axis = (field: string, title: string) => ({
    field,
    type: "quantitative",
    title,
    scale: { domain: range, nice: false },
  });
  const sentence =
    `${numbers.map(([name, value]) => `${name} ${spokenNumber(Number(value.toPrecision(3)))}`).join(", ")}: ` +
    `of ${reals.n} human points ${missed} ${isOrAre(missed)} missed, of ${fakes.n} by the model ${off} ${isOrAre(off)} outside.`;
  return figure(capitalised(sentence), 430, {
    width: 430,
    layer: [
      {
        data: { values: rows },
        mark: { type: "point", size: 34, opacity: 0.8, strokeWidth: 1.2, clip: true },
        encoding: {
          x: axis("x", x),
          y: axis("y", y),
          stroke: channel(looks.map(({ color }) => color)),
          fill: channel(looks.map(({ fill }) => fill)),
          shape: channel(looks.map(({ shape }) => shape)),
        },
      },
      {
        data: { values: [{ said }] },
        mark: { type: "text", align: "left", baseline: "bottom" },
        encoding: { x: { value: 0 }, y: { value: -6 }, text: { field: "said", type: "nominal" } },
      },
    ],
  });
}

const isOrAre = (count: number): string => (count === 1 ? "is" : "are");

/** For each point, whether it lies in a ball around one of the centres. */
function held(points: FlatPoints, centres: FlatPoints, k: number, strict: boolean): boolean[] {
  const radii = neighbourRadii(centres, k);
  return Array.from({ length: points.n }, (_, i) =>
    radii.some((radius, j) => {
      const across = points.values[2 * i]! - centres.values[2 * j]!;
      const up = points.values[2 * i + 1]! - centres.values[2 * j + 1]!;
      const squared = across * across + up * up;
      return strict ? squared < radius : squared <= radius;
    }),
  );
}

function rowsOf({ values, n }: FlatPoints, kind: (i: number) => string) {
  return Array.from({ length: n }, (_, i) => ({
    kind: kind(i),
    x: chartNumber(values[2 * i]!),
    y: chartNumber(values[2 * i + 1]!),
  }));
}
