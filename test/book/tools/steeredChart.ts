import type { Spec } from "../../../book/render/drawChart.ts";
import type { Steering } from "../../../book/render/steering.ts";
import { seededDraws } from "./chart.ts";

const values = [10, 30, 100];

export const steeringOfChart = (): Steering => ({
  sliders: [{ name: "size", label: "samples M", values, start: 30 }],
  descriptions: values.map((size) => `From ${size} it falls to 1.`),
});

/** A chart as the library's `steered` makes it: a line from M to 1, for three M; or as many points as a test wants. */
export function steeredChart(
  y: object = {},
  descriptions: readonly string[] = steeringOfChart().descriptions,
  points = 3,
): Spec {
  const draw = seededDraws(1);
  const rows = values.flatMap((size) =>
    Array.from({ length: points }, (_, generation) => ({
      size,
      generation,
      error: points > 3 ? draw() * 100 : [size, size / 2, 1][generation],
    })),
  );
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: "Samples M: 30. From 30 it falls to 1.",
    usermeta: { steered: { ...steeringOfChart(), descriptions } },
    params: [{ name: "size", value: 30, bind: { input: "select", options: values, name: "samples M " } }],
    width: 540,
    height: 200,
    data: { values: rows },
    transform: [{ filter: "datum.size === size" }],
    mark: { type: "line", color: "#9a3412" },
    encoding: {
      x: { field: "generation", type: "quantitative" },
      y: { field: "error", type: "quantitative", scale: { domain: [0, 100] }, ...y },
    },
  };
}
