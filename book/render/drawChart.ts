import { drawVegaLite } from "../../kernel/display/drawVegaLite.ts";

/** A Vega-Lite specification, as far as the book looks into it. */
export type Spec = Record<string, unknown>;

/** What a chart gets where its own specification says nothing: the book's type sizes and colours, no box. */
const defaults = {
  axis: {
    labelFontSize: 14,
    titleFontSize: 14,
    titleFontWeight: "normal",
    labelColor: "#57534e",
    titleColor: "#57534e",
    domainColor: "#57534e",
    tickColor: "#57534e",
    gridColor: "#e7e2d6",
  },
  legend: { labelFontSize: 14, titleFontSize: 14, titleFontWeight: "normal", labelColor: "#57534e" },
  text: { fontSize: 14, color: "#1c1b19" },
  view: { stroke: null },
};

/** Draws a chart that came without a drawing, as the kernel would have. */
export function drawChart(spec: Spec): Promise<string> {
  const config = { ...defaults, ...(spec.config as object | undefined) };
  return drawVegaLite({ background: "transparent", ...spec, config });
}
