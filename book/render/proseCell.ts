import type { MarkdownCell } from "../../kernel/notebook/notebook.ts";
import { cellRole } from "../chapter.ts";
import { cutBold, cutHeading } from "./block.ts";
import type { Context } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { freeAnchor } from "./headings.ts";
import { renderMarkdown } from "./markdown.ts";

/** Marked blocks of prose and what they are called when the text itself does not say. */
const blocks: Readonly<Record<string, { title: string; outlined: boolean }>> = {
  predict: { title: "Before you look", outlined: false },
  limits: { title: "What this does not show", outlined: true },
  summary: { title: "Summary", outlined: true },
};

/** A markdown cell: plain prose, or one of the marked blocks. */
export function renderProseCell(cell: MarkdownCell, context: Context): string {
  const { role = "" } = cellRole(cell);
  const block = blocks[role];
  if (!block) return renderMarkdown(cell.source, context);

  const bold = cutBold(cell.source);
  const { heading, rest } = bold.heading ? bold : cutHeading(cell.source);
  const title = heading ?? block.title;
  const id = freeAnchor(context.anchors, title);
  if (block.outlined) context.headings.push({ level: 2, id, text: title });
  const tag = block.outlined ? "h2" : "p";
  return `<section class="block block-${role}" aria-labelledby="${id}">
<${tag} class="block-title" id="${id}">${escapeHtml(title)}</${tag}>
${renderMarkdown(rest, context)}</section>
`;
}
