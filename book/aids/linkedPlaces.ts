import type { Content } from "../render/content.ts";

const link = /<a\b[^>]*\bhref="([^"]+)"[^>]*>/g;

/** Most links: an address need not be taken apart to know that they stay in their page. */
const plainAnchor = /^#[\w-]+$/;

/** What the pages' texts link to, by page: anchors, and "" for the page itself. A heading's link to itself is none. */
export function linkedPlaces(contents: readonly Pick<Content, "page" | "body">[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  const add = (page: string, anchor: string): void => {
    places.set(page, (places.get(page) ?? new Set()).add(anchor));
  };
  for (const { page, body } of contents)
    for (const [whole, href = ""] of body.matchAll(link)) {
      if (/class="permalink"/.test(whole)) continue;
      if (plainAnchor.test(href)) {
        add(page, href.slice(1));
        continue;
      }
      const { origin, pathname, hash } = new URL(href, `http://book/${page}`);
      if (origin !== "http://book") continue;
      add(pathname.slice(1), decodeURIComponent(hash.slice(1)));
    }
  return places;
}
