import type { DrawnMarks } from "../../kernel/display/drawnMarks.ts";
import { drawVegaLite, drawWithMarks } from "../../kernel/display/drawVegaLite.ts";

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
  return drawVegaLite(styled(spec));
}

/** Where the marks of that drawing stand, and what they draw. */
export async function chartMarks(spec: Spec): Promise<DrawnMarks[]> {
  return (await drawWithMarks(styled(spec))).marks;
}

const styled = (spec: Spec): Spec => ({
  background: "transparent",
  ...spec,
  config: { ...defaults, ...(spec.config as object | undefined) },
});
