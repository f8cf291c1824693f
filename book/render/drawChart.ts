/** A Vega-Lite specification, as far as the book looks into it. */
export type Spec = Record<string, unknown>;

/**
 * Draws a Vega-Lite specification as SVG text, without a browser.
 * Vega takes a third of a second to load: it is loaded on the first chart that is not in the cache.
 *
 * @throws {Error} Vega's own, if it cannot read the specification
 */
export async function drawChart(spec: Spec): Promise<string> {
  const [{ compile }, vega] = await Promise.all([import("vega-lite"), import("vega")]);
  const problems: string[] = [];
  const logger = quietLogger(problems);
  const { spec: compiled } = compile(spec as unknown as Parameters<typeof compile>[0], {
    logger,
    config: bookDefaults as NonNullable<Parameters<typeof compile>[1]>["config"] & object,
  });
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  if (problems.length > 0) throw new Error(problems.join("; "));
  return svg;
}

/** What a chart gets when its own specification says nothing: book type sizes, no box. */
const bookDefaults = {
  background: "transparent",
  font: "system-ui, sans-serif",
  axis: { labelFontSize: 13, titleFontSize: 13, titleFontWeight: "normal", labelColor: "#57534e", titleColor: "#57534e", domainColor: "#57534e", tickColor: "#57534e", gridColor: "#e7e2d6" },
  legend: { labelFontSize: 13, titleFontSize: 13, titleFontWeight: "normal", labelColor: "#1c1b19", titleColor: "#57534e" },
  header: { labelFontSize: 13, titleFontSize: 13, labelColor: "#1c1b19", titleColor: "#57534e" },
  text: { fontSize: 13, color: "#1c1b19" },
  title: { fontSize: 14, color: "#1c1b19" },
  view: { stroke: null },
};

/** Vega warns on the console and draws on; the book treats its errors as faults. */
function quietLogger(problems: string[]) {
  const logger = {
    level: () => logger,
    error: (...parts: unknown[]) => {
      problems.push(parts.map(String).join(" "));
      return logger;
    },
    warn: () => logger,
    info: () => logger,
    debug: () => logger,
  };
  return logger as unknown as Parameters<(typeof import("vega"))["logger"]>[0] & ReturnType<(typeof import("vega"))["logger"]>;
}
