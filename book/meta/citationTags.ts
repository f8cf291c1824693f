import type { Chapter } from "../chapter.ts";
import type { Content } from "../render/content.ts";
import { addressOf } from "./addressOf.ts";
import type { MetaSources } from "./headMeta.ts";

/** How scholars' programs cite a page: Highwire's tags, as Google Scholar and Zotero read them. Nothing is made up. */
export function citationTags(
  { page, title }: Pick<Content, "page" | "title">,
  chapter: Chapter | undefined,
  { config, address }: Pick<MetaSources, "config" | "address">,
): [name: string, value: string][] {
  const { authors, published } = config.edition;
  const tags: [string, string][] = [["citation_title", title]];
  for (const author of authors) tags.push(["citation_author", author]);
  if (published !== undefined) tags.push(["citation_publication_date", published.replaceAll("-", "/")]);
  if (chapter) tags.push(["citation_inbook_title", config.title]);
  tags.push(["citation_language", "en"]);
  if (address !== undefined) tags.push(["citation_fulltext_html_url", addressOf(address, page)]);
  return tags;
}
