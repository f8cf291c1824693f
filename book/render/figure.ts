import { chartData, csvOf } from "./chartData.ts";
import { type Context, report } from "./context.ts";
import { dataTable } from "./dataTable.ts";
import { drawChart, type Spec } from "./drawChart.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { freeAnchor } from "./headings.ts";
import { inlineSvg } from "./inlineSvg.ts";
import { renderInline } from "./markdown.ts";

/** A numbered figure's place in the book; a chart outside a figure cell has none. */
export interface FigureHead {
  readonly label: string;
  readonly caption: string;
}

/** Changes when the drawing of charts changes, so that old drawings are not taken from the cache. */
const drawingVersion = 1;

/** A Vega-Lite output: drawing, caption, the sentence that describes it, its data and its specification. */
export async function chartFigure(
  spec: Spec,
  svg: string | undefined,
  head: FigureHead | undefined,
  context: Context,
): Promise<string> {
  const description = typeof spec.description === "string" ? spec.description.trim() : "";
  if (!description) {
    report(context, "no-description", "a chart needs a `description`: one sentence that says what it shows");
  }
  const name = head?.label ?? freeAnchor(context.anchors, `chart ${context.cell}`);
  try {
    const drawn =
      svg ?? (await context.cache.remember("charts", [drawingVersion, spec], () => drawChart(spec)));
    return figure(
      inlineSvg(drawn, name, description),
      description,
      details(spec, name, head, context),
      head,
      context,
    );
  } catch (error) {
    report(context, "chart", `${(error as Error).message}; correct the specification`);
    return "";
  }
}

/** An SVG or raster image as a figure. Its description comes from the output's metadata, as nbconvert reads it. */
export function imageFigure(
  drawing: string,
  description: string,
  head: FigureHead | undefined,
  context: Context,
): string {
  return figure(drawing, description, "", head, context);
}

function figure(
  drawing: string,
  description: string,
  more: string,
  head: FigureHead | undefined,
  context: Context,
): string {
  const number = head && context.labels.get(head.label)?.number;
  const caption = head
    ? `<figcaption><span class="figure-number">Figure ${number}.</span> ${renderInline(head.caption, context)}</figcaption>`
    : "";
  const label = number ? `Figure ${number}` : "Chart";
  const said = description ? `<p class="description">${escapeHtml(description)}</p>` : "";
  return `<figure${head ? ` id="${head.label}"` : ""} class="figure">
${caption}
<div class="canvas" role="group" tabindex="0" aria-label="${label}, drawing">${drawing}</div>
<div class="about">${said}${more}</div>
</figure>
`;
}

function details(spec: Spec, name: string, head: FigureHead | undefined, context: Context): string {
  const data = chartData(spec);
  const base = `data/${context.chapter.slug}-${name}`;
  context.downloads.set(`${base}.vl.json`, `${JSON.stringify(spec, null, 1)}\n`);
  const specLink = `<a href="${base}.vl.json" download>Vega-Lite spec</a>`;
  if (data.rows.length === 0) return `<p class="downloads">${specLink}</p>`;

  context.downloads.set(`${base}.csv`, csvOf(data));
  const number = head && context.labels.get(head.label)?.number;
  return `<details class="data"><summary>Data table</summary>
${dataTable(data, number ? `Figure ${number}` : "this chart")}
</details>
<p class="downloads"><a href="${base}.csv" download>CSV</a> ${specLink}</p>`;
}
