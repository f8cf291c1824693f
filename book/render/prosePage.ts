import type { Page } from "../page.ts";
import { referenceList } from "./citations.ts";
import type { Content } from "./content.ts";
import type { ProseContext } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { renderInline, renderMarkdown } from "./markdown.ts";

/** A page of front or back matter: its head, its text, what it cites. */
export function prosePage(page: Page, context: ProseContext): Content {
  const text = renderMarkdown(page.source.replace(/^\s*#\s+.+$/m, ""), context);
  return {
    page: page.page,
    source: page.path,
    title: page.title,
    description: page.description,
    body: `<article class="chapter">
<header class="chapter-head">
<h1>${renderInline(page.title, context)}</h1>
<p class="claim-line">${escapeHtml(page.description)}</p>
</header>
${text}
${referenceList(context)}
</article>`,
    headings: context.headings,
    formulas: context.formulas,
  };
}
