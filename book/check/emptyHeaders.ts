import type { Fault } from "../fault.ts";
import { pageText, type Site } from "./site.ts";

/** A header cell says what it heads; one without words is announced by screen readers and says nothing. */
export function emptyHeaders(site: Site): Fault[] {
  return site.contents.flatMap(({ page, source }) => {
    const found = pageText(site, page).match(/<th\b[^>]*>(?:\s|&nbsp;)*<\/th>/g) ?? [];
    if (found.length === 0) return [];
    const message = `a table of ${page} has a header without words; name the column, or make its first cell a td`;
    return [{ file: source, rule: "empty-header", message }];
  });
}
