import type { SearchProgram } from "../search/searchProgram.ts";
import { loadScript } from "./loadScript.ts";

/** Where this page has what searches the book; undefined for a page without. */
const addresses = (): DOMStringMap | undefined =>
  document.querySelector<HTMLScriptElement>("script[data-search]")?.dataset;

/** Loads what searches the book. @throws {Error} if it does not come; the next ask tries again */
export async function searchProgram(): Promise<SearchProgram> {
  await loadScript(addresses()?.search ?? "");
  return (globalThis as { genlossSearch?: SearchProgram }).genlossSearch!;
}

/** Opens the search; what it needs is loaded the first time. */
export async function openSearch(): Promise<void> {
  const { search = "", texts = "" } = addresses() ?? {};
  (await searchProgram()).open(texts, search.replace(/assets\/.*$/, ""));
}
