import type { Content } from "../render/content.ts";
import { escapeHtml } from "../render/escapeHtml.ts";
import { addressOf } from "./addressOf.ts";
import { lostPage } from "./headMeta.ts";

/**
 * What search engines are told of the whole site: every page once, in the order of the book. They look for `robots.txt` at
 * the root of a host and nowhere else, so a site in a folder gets none.
 *
 * @param address where the site is published, with a slash at its end
 */
export function siteMap(contents: readonly Pick<Content, "page">[], address: string): Map<string, string> {
  const pages = contents.filter(({ page }) => page !== lostPage);
  const urls = pages.map(({ page }) => `<url><loc>${escapeHtml(addressOf(address, page))}</loc></url>`);
  const map = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
  const files = new Map([["sitemap.xml", map]]);
  if (new URL(address).pathname === "/")
    files.set("robots.txt", `User-agent: *\nAllow: /\n\nSitemap: ${address}sitemap.xml\n`);
  return files;
}
