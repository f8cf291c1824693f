import type { Find } from "../../search/find.ts";
import type { SearchPage } from "../../search/searchFile.ts";

/** The finds of one page. */
export interface ResultGroup {
  readonly page: SearchPage;
  readonly finds: readonly Find[];
  /** Further ones, which are not shown. */
  readonly more: number;
}

/** How much a reader is shown at once. */
const limits = { all: 20, pages: 8, perPage: 3 } as const;

/** Finds by page, in the order of each page's best; of many, the best of the best pages. */
export function resultGroups(finds: readonly Find[]): ResultGroup[] {
  const byPage = Map.groupBy(finds, ({ page }) => page);
  const perPage = finds.length <= limits.all ? limits.all : limits.perPage;
  const pages = finds.length <= limits.all ? limits.all : limits.pages;
  return [...byPage].slice(0, pages).map(([page, own]) => ({
    page,
    finds: own.slice(0, perPage),
    more: Math.max(0, own.length - perPage),
  }));
}
