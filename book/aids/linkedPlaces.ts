import type { Content } from "../render/content.ts";

const link = /<a\b[^>]*\bhref="([^"]+)"[^>]*>/g;

/** What the pages' texts link to, by page: anchors, and "" for the page itself. A heading's link to itself is none. */
export function linkedPlaces(contents: readonly Pick<Content, "page" | "body">[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const { page, body } of contents)
    for (const [whole, href = ""] of body.matchAll(link)) {
      if (/class="permalink"/.test(whole)) continue;
      const { origin, pathname, hash } = new URL(href, `http://book/${page}`);
      if (origin !== "http://book") continue;
      const to = pathname.slice(1);
      places.set(to, (places.get(to) ?? new Set()).add(decodeURIComponent(hash.slice(1))));
    }
  return places;
}
