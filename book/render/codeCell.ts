import { roleOf } from "../../course/exercise/readRole.ts";
import type { CodeCell, ErrorOutput } from "../../kernel/notebook/notebook.ts";
import { namesIn } from "../api/chapterImports.ts";
import { linkNames } from "../api/linkNames.ts";
import { type Context, report } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import type { FigureHead } from "./figure.ts";
import { keptDraws } from "./keptDraws.ts";
import { renderOutput } from "./output.ts";
import type { RenderedOutput } from "./renderedOutput.ts";
import { scrollRegion } from "./scrollRegion.ts";

/** A code cell: its source and its outputs as one card; figures and claims stand on their own below it. */
export async function renderCodeCell(cell: CodeCell, context: Context): Promise<string> {
  const { role } = roleOf(cell);
  const head = role === "figure" ? figureHead(cell, context) : undefined;
  await reportSharedDraws(cell, context);
  const expectsError = cell.metadata.tags?.includes("raises-exception") ?? false;

  const rendered: RenderedOutput[] = [];
  for (const output of cell.outputs) {
    if (output.output_type === "error" && !expectsError) reportError(output, context);
    // A cell has one figure number; a second chart of the same cell stays without.
    const own = rendered.some(({ kind }) => kind === "drawing") ? undefined : head;
    rendered.push(await renderOutput(output, own, context));
  }
  const failed = cell.outputs.some(({ output_type }) => output_type === "error");
  const isDrawn = rendered.some(({ kind }) => kind === "drawing");
  if (head && !isDrawn && cell.outputs.length > 0 && !failed) {
    report(
      context,
      "chart",
      "a figure cell must show a chart or an image; end it with one, or take its role away",
    );
  }
  const source = role === "setup" ? foldedSource(cell.source, context) : codeBlock(cell.source, context);
  const outputs = rendered.map(({ kind, html }) => (kind === "text" ? html : "")).join("");
  const printed = outputs && `<div class="outputs">${outputs}</div>`;
  const claims = rendered.filter(({ kind }) => kind === "claim").length;
  const stated = claims > 0 ? ` data-claims="${claims}"` : "";
  const card = `<div class="cell" id="cell-${cell.id}"${stated}>${source}${printed}</div>`;
  // A claim says in words what its code says; the code is in the fold that says how it was judged, of several the last.
  const folding =
    role === "claim" && outputs === "" ? rendered.findLast(({ kind }) => kind === "claim") : undefined;
  const below = rendered.map((each) => {
    if (each.kind === "text") return "";
    if (each.kind !== "claim" || !folding) return each.html;
    return each.withCode(each === folding ? card : codeBelow(cell.id));
  });
  return `${folding ? "" : `${card}\n`}${below.join("")}`;
}

const codeBelow = (id: string): string =>
  `<p>Its code stands with <a href="#cell-${id}">the last claim of this cell</a>.</p>`;

async function reportSharedDraws(cell: CodeCell, context: Context): Promise<void> {
  for (const use of await keptDraws(cell, context))
    report(
      context,
      "shared-stream",
      `"${use}" draws from a stream that other cells share; give the cell its own, rng.split("name")`,
    );
}

function reportError({ ename, evalue }: ErrorOutput, context: Context): void {
  const [first = ""] = evalue.split("\n");
  if (ename === "ClaimError") {
    const facts = evalue.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
    report(context, "claim-fails", `${facts.join("; ")}; correct the claim or what computes it`);
  } else {
    const advice = "correct the cell, or tag it raises-exception if that is the point";
    report(context, "cell-error", `${ename}: ${first}; ${advice}`);
  }
}

/** Source text, highlighted, in a region that scrolls sideways. */
export function codeBlock(source: string, context: Context): string {
  const code = source.trimEnd();
  const html = linkNames(context.highlight(code), code, namesIn(code, context.imports));
  return scrollRegion(`<pre><code>${html}</code></pre>`, "Code", "code");
}

/** Source text behind its first comment line. */
function foldedSource(source: string, context: Context): string {
  const comment = /^\s*\/\/\s*(.+)$/m.exec(source)?.[1] ?? "Setup";
  return `<details class="folded"><summary>${escapeHtml(comment)}</summary>${codeBlock(source, context)}</details>`;
}

function figureHead(cell: CodeCell, context: Context): FigureHead | undefined {
  const { label, caption } = roleOf(cell);
  if (!label)
    report(
      context,
      "no-label",
      'a figure cell needs a `label` such as "fig-variance" in its genloss metadata',
    );
  if (!caption)
    report(
      context,
      "no-caption",
      "a figure cell needs a `caption` in its genloss metadata: what the figure shows",
    );
  return label && caption ? { label, caption } : undefined;
}
