import { posix } from "node:path";
import type { Fault } from "../fault.ts";
import { pageText, type Site } from "./site.ts";

/** Every link and source inside the site leads to a file that is there, and to an anchor that is in it. */
export function deadLinks(site: Site): Fault[] {
  if (!site.isWhole) return [];
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (page: string): Set<string> => {
    const known =
      anchors.get(page) ??
      new Set([...pageText(site, page).matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] ?? ""));
    anchors.set(page, known);
    return known;
  };

  return site.contents.flatMap(({ page, source }) => {
    const html = pageText(site, page);
    const links = [...html.matchAll(/<(?:a|img|link|script|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(
      (m) => m[1] ?? "",
    );
    return [...new Set(links)].flatMap((link): Fault[] => {
      if (/^([a-z]+:|\/\/)/i.test(link)) return [];
      const [path = "", anchor] = link.replaceAll("&amp;", "&").split("#");
      const target = path === "" ? page : posix.join(posix.dirname(page), decodeURI(path));
      const dead = (message: string): Fault[] => [{ file: source, rule: "dead-link", message }];
      if (!site.files.has(target)) return dead(`"${link}" leads to no file of the book; correct the link`);
      if (anchor && !anchorsOf(target).has(decodeURIComponent(anchor))) {
        return dead(`"${link}" leads to no place in ${target}; correct the part after #`);
      }
      return [];
    });
  });
}
