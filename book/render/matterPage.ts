import type { Content } from "./content.ts";
import { escapeHtml } from "./escapeHtml.ts";

/** A page beside the chapters: its head, and below it what it holds. */
export function matterPage(
  { page, source, title, description }: Pick<Content, "page" | "source" | "title" | "description">,
  { heading = escapeHtml(title), body }: { readonly heading?: string; readonly body: string },
  { headings, formulas }: Pick<Content, "headings" | "formulas"> = { headings: [], formulas: [] },
): Content {
  return {
    ...{ page, source, title, description, headings, formulas },
    body: `<article class="chapter">
<header class="chapter-head">
<h1>${heading}</h1>
<p class="claim-line">${escapeHtml(description)}</p>
</header>
${body}
</article>`,
  };
}
