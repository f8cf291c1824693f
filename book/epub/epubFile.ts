import type { BookConfig } from "../config.ts";
import { anchorWords } from "../render/headings.ts";

/** The EPUB's file in the site: the book's title. */
export const epubFile = ({ title }: Pick<BookConfig, "title">): string =>
  `${anchorWords(title) || "book"}.epub`;
