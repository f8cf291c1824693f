import type { Node } from "../copy/tree.ts";

/** A document of the EPUB. */
export interface EpubDocument {
  /** Its name, in the folder of all of them. */
  readonly file: string;
  readonly title: string;
  readonly body: readonly Node[];
  /** What it is of a book, in EPUB's words. */
  readonly type: "cover" | "frontmatter" | "bodymatter" | "backmatter";
}

/** A page of the site has its name in the EPUB, with XHTML's ending. */
export const fileOf = (page: string): string => page.replace(/\.html$/, ".xhtml");
