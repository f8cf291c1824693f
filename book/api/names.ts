import type { Chapter } from "../chapter.ts";
import type { Library } from "./library.ts";

/** Where the names of the library and the numbers of chapters lead, from one page. */
export interface Names {
  /** Address of an export's entry. */
  entry(name: string): string | undefined;
  /** Address of a chapter. */
  chapter(number: number): string | undefined;
}

/** Names that the frame of a page has taken for itself. */
const taken = new Set(["main", "contents"]);

/** Anchor of an entry on its page. */
export const entryAnchor = (name: string): string => (taken.has(name) ? `${name}-entry` : name);

/**
 * Addresses as seen from a page of the site.
 *
 * @param page where they will stand, relative to the site
 */
export function namesFrom(page: string, library: Library | undefined, chapters: readonly Chapter[]): Names {
  const up = "../".repeat(page.split("/").length - 1);
  const pages = new Map(
    (library?.groups ?? []).flatMap((group) => group.exports.map(({ name }) => [name, group.page] as const)),
  );
  const chapterPages = new Map(chapters.map((chapter) => [chapter.number, chapter.page]));
  return {
    entry(name) {
      const target = pages.get(name);
      return target && `${target === page ? "" : up + target}#${entryAnchor(name)}`;
    },
    chapter(number) {
      const target = chapterPages.get(number);
      return target && up + target;
    },
  };
}
