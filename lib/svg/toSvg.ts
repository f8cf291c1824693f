import type { TopLevelSpec } from "vega-lite";
import type { Figure } from "../figures/figure.ts";
import { textWidth } from "./textWidth.ts";

/** What Vega measures text with; its types do not have it. */
interface TextMetrics {
  width: unknown;
  readonly estimateWidth: unknown;
}

/**
 * A figure as SVG text, drawn without a browser: to put on disk, or into a page. A figure with sliders is drawn where they
 * start. It needs the packages `vega` and `vega-lite`.
 *
 * A file is one line more: `await writeFile("figure.svg", await toSvg(figure))`, with `writeFile` of Node's `fs/promises`.
 *
 * @param figure a figure of this library, or a Vega-Lite specification of your own
 * @returns the text of an SVG file
 * @throws {Error} if Vega is not installed, or the specification is not valid, with Vega's own words
 * @see https://vega.github.io/vega-lite/
 * @example
 * const chart = bars({ bars: [{ label: "human", value: 3 }, { label: "model", value: 2 }], x: "words" });
 * (await toSvg(chart)).slice(0, 4) // => "<svg"
 */
export async function toSvg(figure: Figure): Promise<string> {
  const [vega, { compile }] = await loadVega();
  const { Error: errors, parse, View } = vega;
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  if (textMetrics.width === textMetrics.estimateWidth) textMetrics.width = textWidth;
  try {
    const { spec } = compile(figure as unknown as TopLevelSpec);
    const view = new View(parse(spec), { renderer: "none", logLevel: errors });
    const svg = await view.toSVG();
    view.finalize();
    return svg;
  } catch (cause) {
    throw new Error(
      `Cannot draw a figure: it must be a valid specification, got “${(cause as Error).message}”`,
      {
        cause,
      },
    );
  }
}

/** When it is needed: a package that is missing can then be named. */
async function loadVega(): Promise<[typeof import("vega"), typeof import("vega-lite")]> {
  try {
    return await Promise.all([import("vega"), import("vega-lite")]);
  } catch (cause) {
    throw new Error("Cannot draw a figure: Vega does not load; it needs   npm install vega vega-lite", {
      cause,
    });
  }
}
