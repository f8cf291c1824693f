import { elementsIn, type Node } from "../copy/tree.ts";

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

/** What the manifest must say that a document holds, and must not say of another. */
export function propertiesOf({ file, body }: EpubDocument): string[] {
  const tags = new Set([...elementsIn(body)].map(({ tag }) => tag));
  const own = [
    tags.has("math") ? "mathml" : "",
    file === "nav.xhtml" ? "nav" : "",
    tags.has("svg") ? "svg" : "",
  ];
  return own.filter(Boolean);
}
