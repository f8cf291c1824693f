import type { Fault } from "../fault.ts";
import { sentBytes } from "./pageBudget.ts";
import type { Site } from "./site.ts";

/** What a reader may wait for as the book is first searched: the program and the texts of all pages. */
const budget = 450_000;

/** Searching is no heavier than a reader on a phone should wait for. */
export function searchBudget(site: Site): Fault[] {
  const { program, texts } = site.search;
  const bytes = sentBytes(site, program) + sentBytes(site, texts);
  if (bytes <= budget) return [];
  const message = `the first search takes ${Math.ceil(bytes / 1000)} kB compressed, ${budget / 1000} are allowed; leave more out in pageSections.ts`;
  return [{ file: "book/search/pageSections.ts", rule: "search-budget", message }];
}
