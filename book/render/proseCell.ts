import { roleOf } from "../../course/exercise/readRole.ts";
import type { MarkdownCell } from "../../kernel/notebook/notebook.ts";
import { cutBold, cutHeading } from "./block.ts";
import type { Context } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { freeAnchor, permalink } from "./headings.ts";
import { renderMarkdown } from "./markdown.ts";

interface Block {
  /** What it is called when the text itself does not say. */
  readonly title: string;
  /** Bold openings that are a title and not the first words of the text. */
  readonly bold: RegExp;
  /** Whether a title of ours, too, is a heading in the outline. */
  readonly outlined: boolean;
}

const blocks: Readonly<Record<string, Block>> = {
  predict: { title: "Before you look", bold: /./, outlined: false },
  limits: { title: "What this does not show", bold: /not show|limits?\b/i, outlined: false },
  summary: { title: "Summary", bold: /summary|in short/i, outlined: true },
};

/** A markdown cell: plain prose, or one of the marked blocks. */
export function renderProseCell(cell: MarkdownCell, context: Context): string {
  const { role = "" } = roleOf(cell);
  const block = blocks[role];
  if (!block) return renderMarkdown(cell.source, context);

  const bold = cutBold(cell.source);
  const headed = cutHeading(cell.source);
  const named = bold.heading && block.bold.test(bold.heading) ? bold : headed;
  const title = named.heading ?? block.title;
  const id = freeAnchor(context.anchors, title);
  const isHeading = headed.heading !== undefined || block.outlined;
  if (isHeading) context.headings.push({ level: 2, id, text: title });
  const tag = isHeading ? "h2" : "p";
  // Named sections are landmarks: a page has few, and no two of one name.
  const landmark = isHeading ? ` aria-labelledby="${id}"` : "";
  const words = isHeading ? permalink(id, escapeHtml(title)) : escapeHtml(title);
  const asks = role === "predict" ? ` data-guess="${cell.id}"` : "";
  return `<section class="block block-${role}"${landmark}${asks}>
<${tag} class="block-title" id="${id}">${words}</${tag}>
${renderMarkdown(named.rest, context)}</section>
`;
}
