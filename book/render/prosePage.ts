import type { Page } from "../page.ts";
import { referenceList } from "./citations.ts";
import type { Content } from "./content.ts";
import type { ProseContext } from "./context.ts";
import { renderInline, renderMarkdown } from "./markdown.ts";
import { matterPage } from "./matterPage.ts";

/** A page of front or back matter: its head, its text, what it cites. */
export function prosePage(page: Page, context: ProseContext): Content {
  const text = renderMarkdown(page.source.replace(/^\s*#\s+.+$/m, ""), context);
  const body = `${text}\n${referenceList(context)}`;
  const { title, description } = page;
  const heading = renderInline(title, context);
  return matterPage({ page: page.page, source: page.path, title, description }, { heading, body }, context);
}
