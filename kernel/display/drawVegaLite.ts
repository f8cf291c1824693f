import { type DrawnMarks, marksOf } from "./drawnMarks.ts";
import { textWidth } from "./textWidth.ts";

/** What Vega measures text with; its types do not have it. */
interface TextMetrics {
  width: unknown;
  readonly estimateWidth: unknown;
}

/**
 * Draws a Vega-Lite specification as SVG text, without a browser or a canvas.
 * Same specification, same bytes.
 *
 * @throws {Error} if the specification is not valid, with Vega's own words
 */
export async function drawVegaLite(spec: object): Promise<string> {
  return (await drawn(spec)).svg;
}

/**
 * Draws it, and tells what its marks draw of the data, and where they stand.
 *
 * @throws {Error} if the specification is not valid, with Vega's own words
 */
export async function drawWithMarks(spec: object): Promise<{ svg: string; marks: DrawnMarks[] }> {
  const { svg, read } = await drawn(spec);
  return { svg, marks: read() };
}

async function drawn(spec: object): Promise<{ svg: string; read: () => DrawnMarks[] }> {
  // Loaded on first use: most notebooks start without a chart, and Vega takes a third of a second.
  const [{ compile }, vega] = await Promise.all([import("vega-lite"), import("vega")]);
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  if (textMetrics.width === textMetrics.estimateWidth) textMetrics.width = textWidth;
  try {
    const { spec: compiled } = compile(spec as Parameters<typeof compile>[0]);
    const view = new vega.View(vega.parse(compiled), { renderer: "none", logLevel: vega.Error });
    const svg = await view.toSVG();
    const { root } = view.scenegraph() as unknown as { root: Parameters<typeof marksOf>[1] };
    view.finalize();
    return { svg, read: () => marksOf(compiled, root) };
  } catch (cause) {
    throw new Error(`Cannot draw the chart: ${(cause as Error).message}`, { cause });
  }
}
