import type { Chapter } from "../chapter.ts";
import type { BookConfig } from "../config.ts";
import type { Content } from "../render/content.ts";
import { escapeHtml } from "../render/escapeHtml.ts";
import { addressOf } from "./addressOf.ts";
import { citationTags } from "./citationTags.ts";
import { structuredData } from "./structuredData.ts";

/** What the heads of all pages are made from. */
export interface MetaSources {
  readonly config: BookConfig;
  readonly chapters: readonly Chapter[];
  /** Where this site is published; undefined if nobody said, or if it is a class's. */
  readonly address: string | undefined;
  /** The picture of a card, by its path in the site. */
  readonly card: string | undefined;
}

/** The page that hosts show for an address that leads nowhere: it has none of its own. */
export const lostPage = "404.html";

/**
 * What a page tells programs of itself: how a card of it looks, how it is cited, which address is its own. What needs an
 * absolute address is left out where the site has none: a wrong one would be worse.
 */
export function headMeta(content: Content, sources: MetaSources): string {
  const { config, address, card } = sources;
  const lines: string[] = [];
  const meta = (kind: "name" | "property", key: string, value: string): number =>
    lines.push(`<meta ${kind}="${key}" content="${escapeHtml(value)}">`);
  if (content.page === lostPage) {
    meta("name", "robots", "noindex");
    return lines.join("\n");
  }
  if (address !== undefined) {
    const own = addressOf(address, content.page);
    lines.push(`<link rel="canonical" href="${escapeHtml(own)}">`);
    meta("property", "og:url", own);
    if (card !== undefined) {
      meta("property", "og:image", address + card);
      meta("property", "og:image:alt", config.edition.picture?.shows ?? "");
    }
  }
  const hasPicture = address !== undefined && card !== undefined;
  meta("name", "twitter:card", hasPicture ? "summary_large_image" : "summary");
  const chapter = sources.chapters.find(({ page }) => page === content.page);
  const isCover = content.page === "index.html";
  if (chapter || isCover)
    for (const [key, value] of citationTags(content, chapter, sources)) meta("name", key, value);
  lines.push(dataBlock(structuredData(content, chapter, sources)));
  return lines.join("\n");
}

/** Data, not a script: no policy of the page has to allow it. Nothing in it ends the element. */
const dataBlock = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, "\\u003c")}</script>`;
