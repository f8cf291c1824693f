import { addPoints } from "../points/addPoints.ts";
import { chartData, csvOf, rowsAt } from "./chartData.ts";
import { type Context, report } from "./context.ts";
import { dataTable } from "./dataTable.ts";
import { drawChart, type Spec } from "./drawChart.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { freeAnchor, permalink } from "./headings.ts";
import { inlineSvg } from "./inlineSvg.ts";
import { renderInline } from "./markdown.ts";
import { steeredParts } from "./steeredFigure.ts";
import { type Steering, settingText, startOf, steeringOf } from "./steering.ts";

/** A numbered figure's place in the book; a chart outside a figure cell has none. */
export interface FigureHead {
  readonly label: string;
  readonly caption: string;
}

/** Changes when the drawing of charts changes, so that old drawings are not taken from the cache. */
const drawingVersion = 2;

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
  const steering = steeringOf(spec);
  try {
    await addPoints(spec, steering, name, context);
    if (steering) {
      const parts = await steeredParts(spec, steering, name, drawingVersion, context);
      return figure({ ...parts, more: details(spec, name, head, context, steering) }, head, context);
    }
    const drawn =
      svg ?? (await context.cache.remember("charts", [drawingVersion, spec], () => drawChart(spec)));
    const parts = { drawing: inlineSvg(drawn, name, description), sentences: sentence(description) };
    return figure({ ...parts, more: details(spec, name, head, context) }, head, context);
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
  return figure({ drawing, sentences: sentence(description) }, head, context);
}

const sentence = (description: string): string =>
  description ? `<p class="description">${escapeHtml(description)}</p>` : "";

/** What a figure is put together from. */
interface Parts {
  readonly drawing: string;
  readonly sentences: string;
  readonly controls?: string;
  readonly more?: string;
}

function figure(parts: Parts, head: FigureHead | undefined, context: Context): string {
  const { drawing, sentences, controls = "", more = "" } = parts;
  const number = head && context.labels.get(head.label)?.number;
  const caption = head
    ? `<figcaption><span class="figure-number">${permalink(head.label, `Figure ${number}`)}.</span> ${renderInline(head.caption, context)}</figcaption>`
    : "";
  const label = number ? `Figure ${number}` : "Chart";
  return `<figure${head ? ` id="${head.label}"` : ""} class="figure">
${caption}
${controls}<div class="canvas" role="group" tabindex="0" aria-label="${label}, drawing">${drawing}</div>
<div class="about">${sentences}${more}</div>
</figure>
`;
}

function details(
  spec: Spec,
  name: string,
  head: FigureHead | undefined,
  context: Context,
  steering?: Steering,
): string {
  const data = chartData(spec);
  const base = `data/${context.chapter.slug}-${name}`;
  context.downloads.set(`${base}.vl.json`, `${JSON.stringify(spec, null, 1)}\n`);
  const specLink = `<a href="${base}.vl.json" download>Vega-Lite spec</a>`;
  if (data.rows.length === 0) return `<p class="downloads">${specLink}</p>`;

  context.downloads.set(`${base}.csv`, csvOf(data));
  const number = head && context.labels.get(head.label)?.number;
  const caption = number ? `Figure ${number}` : "this chart";
  const [shown, summary] = steering
    ? [
        rowsAt(data, startOf(steering)),
        `Data and specification (${settingText(steering, startOf(steering))})`,
      ]
    : [data, "Data and specification"];
  return `<details class="data"><summary>${escapeHtml(summary)}</summary>
${dataTable(shown, caption)}
<p class="downloads"><a href="${base}.csv" download>CSV</a> ${specLink}</p>
</details>`;
}
