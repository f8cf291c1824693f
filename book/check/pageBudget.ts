import { compressedSizes } from "../compressedSizes.ts";
import type { Fault } from "../fault.ts";
import type { Content } from "../render/content.ts";
import type { Site } from "./site.ts";

/** What a page may cost a reader on first visit. */
const budget = { bytes: 150_000, requests: 12 } as const;

/** What a page costs: itself and all it loads, as a server that compresses sends it. */
export interface PageWeight {
  readonly page: string;
  readonly bytes: number;
  readonly requests: number;
}

export function weigh(site: Site, content: Content): PageWeight {
  const paths = [content.page, ...site.assets.loadedBy(content)];
  const bytes = paths.reduce((sum, path) => sum + sentBytes(site, path), 0);
  return { page: content.page, bytes, requests: paths.length };
}

/** By site, what was measured: all pages load the same style sheet, and every page is weighed for the report as well. */
const measured = new WeakMap<Site, Map<string, number>>();

/** What a server that compresses sends of a file. */
export function sentBytes(site: Site, path: string): number {
  const known = measured.get(site) ?? new Map<string, number>();
  measured.set(site, known);
  const whole = site.files.get(path) ?? "";
  const file = path.endsWith(".html") ? weighed(whole, site.search.texts) : whole;
  const { sizes = compressedSizes() } = site;
  // Fonts are compressed already.
  const bytes = known.get(path) ?? (path.endsWith(".woff2") ? file.length : sizes.of(file, 9));
  known.set(path, bytes);
  return bytes;
}

/**
 * What is compressed to weigh a file: of a page, one that names the texts of the search by other digits. Their name changes with
 * every word of the book, in all pages, and eight digits take as much as eight others, give or take a byte.
 *
 * @param texts their path in the site
 */
export const weighed = (file: string | Buffer, texts: string): string | Buffer =>
  typeof file === "string" ? file.replace(texts, texts.replace(/[0-9a-f]{8}(?=\.js$)/, "5d3c9a1f")) : file;

/** No page is heavier than a reader on a phone should wait for. */
export function pageBudget(site: Site): Fault[] {
  return site.contents.flatMap((content): Fault[] => {
    const { bytes, requests } = weigh(site, content);
    const { page, source } = content;
    const over: string[] = [];
    if (bytes > budget.bytes)
      over.push(`${Math.ceil(bytes / 1000)} kB compressed, ${budget.bytes / 1000} are allowed`);
    if (requests > budget.requests) over.push(`${requests} requests, ${budget.requests} are allowed`);
    if (over.length === 0) return [];
    const message = `${page} takes ${over.join(" and ")}; plot fewer points, or split the chapter`;
    return [{ file: source, rule: "page-budget", message }];
  });
}
