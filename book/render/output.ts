import type { MimeBundle, Output } from "../../kernel/notebook/notebook.ts";
import { renderClaim } from "./claim.ts";
import { claimType } from "./claimFacts.ts";
import { type Context, report } from "./context.ts";
import type { Spec } from "./drawChart.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { chartFigure, type FigureHead, imageFigure } from "./figure.ts";
import { freeAnchor } from "./headings.ts";
import { inlineSvg } from "./inlineSvg.ts";
import type { RenderedOutput } from "./renderedOutput.ts";
import { scrollRegion } from "./scrollRegion.ts";

/** Everything an output may need to be drawn. */
interface Shown {
  readonly data: MimeBundle;
  readonly alt: string;
  readonly head: FigureHead | undefined;
  readonly context: Context;
}

type Show = (value: unknown, shown: Shown) => RenderedOutput | Promise<RenderedOutput>;

/** Richest first: an output is shown in the first of its forms that stands here. */
const forms: readonly [type: string, show: Show][] = [
  [claimType, (value, { context }) => renderClaim(value, context)],
  [
    "application/vnd.vegalite.v5+json",
    async (value, { data, head, context }) =>
      drawing(await chartFigure(value as Spec, svgText(data), head, context)),
  ],
  ["image/svg+xml", (value, shown) => image(inlineSvg(String(value), nameOf(shown), shown.alt), shown)],
  ["image/png", (value, shown) => image(png(String(value), shown.alt), shown)],
  // Only our own library writes HTML here; a notebook of unknown origin is never built into the book.
  ["text/html", (value) => text(scrollRegion(withFreeCaption(String(value)), "Output", "output html"))],
  ["text/plain", (value) => text(printed(String(value)))],
];

/** The words of a table's caption in a box of their own, which may be wider than the table. */
const withFreeCaption = (html: string): string =>
  html.replace(/(<caption\b[^>]*>)([\s\S]*?)(<\/caption>)/g, "$1<span>$2</span>$3");

const text = (html: string): RenderedOutput => ({ kind: "text", html });
const drawing = (html: string): RenderedOutput => ({ kind: "drawing", html });

/**
 * One output of a cell as HTML.
 *
 * @param head the cell's figure number and caption, for a drawing
 */
export function renderOutput(
  output: Output,
  head: FigureHead | undefined,
  context: Context,
): RenderedOutput | Promise<RenderedOutput> {
  if (output.output_type === "stream") return text(printed(output.text));
  if (output.output_type === "error") return text(printed(`${output.ename}: ${output.evalue}`));
  const { data, metadata } = output;
  const [type, show] = forms.find(([mime]) => data[mime] !== undefined) ?? [];
  if (!type || !show) return text("");
  return show(data[type], { data, alt: altOf(metadata, type), head, context });
}

const svgText = (data: MimeBundle): string | undefined =>
  typeof data["image/svg+xml"] === "string" ? data["image/svg+xml"] : undefined;

const nameOf = ({ head, context }: Shown): string =>
  head?.label ?? freeAnchor(context.anchors, `image ${context.cell}`);

/** The description of an image: nbconvert keeps it under the MIME type, others at the top. */
function altOf(metadata: Readonly<Record<string, unknown>>, type: string): string {
  const nested = metadata[type] as { alt?: unknown } | undefined;
  return String(nested?.alt ?? metadata.alt ?? "").trim();
}

function image(picture: string, { alt, head, context }: Shown): RenderedOutput {
  if (!alt)
    report(
      context,
      "no-alt",
      "an image needs an `alt` in its output metadata: one sentence that says what it shows",
    );
  return drawing(imageFigure(picture, alt, head, context));
}

function png(base64: string, alt: string): string {
  const bytes = Buffer.from(base64, "base64");
  const [width, height] = bytes.length > 24 ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [600, 400];
  const source = `data:image/png;base64,${bytes.toString("base64")}`;
  return `<img src="${source}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`;
}

const printed = (said: string): string => {
  // Colour codes are for terminals.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
  const plain = said.replace(/\u001b\[[\d;]*m/g, "").replace(/\n+$/, "");
  return plain === "" ? "" : scrollRegion(`<pre>${escapeHtml(plain)}</pre>`, "Output", "output");
};
