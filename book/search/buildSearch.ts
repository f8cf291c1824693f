import { fileURLToPath } from "node:url";
import { overviewPage } from "../api/libraryPages.ts";
import { bundleScript } from "../bundleScript.ts";
import { type Cache, contentHash } from "../cache.ts";
import type { Chapter } from "../chapter.ts";
import { codeHash } from "../codeHash.ts";
import { digestOf } from "../digestOf.ts";
import type { Fault } from "../fault.ts";
import { registered } from "../live/registered.ts";
import type { Content } from "../render/content.ts";
import { notFoundFile } from "../render/notFoundPage.ts";
import { pageSections } from "./pageSections.ts";
import { packPages, type SearchPage } from "./searchFile.ts";
import type { Section } from "./section.ts";

/** What searches the book in its pages: a program and the texts, both loaded as a reader first searches. */
export interface Search {
  /** By path in the site. */
  readonly files: ReadonlyMap<string, string>;
  /** Addresses of the program and of the texts, relative to the site. */
  readonly program: string;
  readonly texts: string;
}

const folder = "assets/search";

/** Takes the texts of all pages, and bundles what looks for words in them. */
export async function buildSearch(
  contents: readonly Content[],
  chapters: readonly Pick<Chapter, "page" | "number">[],
  faults: Fault[],
  cache: Cache,
): Promise<Search> {
  const numbers = new Map(chapters.map(({ page, number }) => [page, number]));
  const searched = contents.filter(({ page }) => page !== notFoundFile);
  const texts = await Promise.all(searched.map((content) => readable(content, faults, cache)));
  const pages = searched.map(({ page, title }, at): SearchPage => {
    const number = numbers.get(page);
    const label = number === undefined ? (page.startsWith("api/") ? "Reference" : "") : `Chapter ${number}`;
    const sections = texts[at] ?? [];
    // What the overview lists stands on the pages that it leads to.
    return { page, label, title, sections: page === overviewPage ? sections.slice(0, 1) : sections };
  });
  const packed = packPages(pages);
  const text = registered(textsName, packed);
  const code = await program(cache);
  const [at, textsAt] = [`search.${contentHash(code, 8)}.js`, `texts.${contentHash(text, 8)}.js`];
  return {
    files: new Map([
      [`${folder}/${at}`, code],
      [`${folder}/${textsAt}`, text],
    ]),
    program: `${folder}/${at}`,
    texts: `${folder}/${textsAt}`,
  };
}

async function readable(content: Content, faults: Fault[], cache: Cache): Promise<readonly Section[]> {
  try {
    const ingredients = [await codeHash(), digestOf(content)];
    return await cache.latest("sections", content.page, ingredients, () => pageSections(content));
  } catch (error) {
    const message = `the page cannot be read again: ${(error as Error).message}`;
    faults.push({ file: content.source, rule: "not-well-formed", message });
    return [];
  }
}

/** The name under which the texts hand themselves over. */
const textsName = "search";

const program = async (cache: Cache): Promise<string> =>
  (await bundleScript([fileURLToPath(new URL("../theme/search/search.ts", import.meta.url))], cache)).text;
