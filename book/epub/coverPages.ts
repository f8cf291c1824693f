import { element, type Node } from "../copy/tree.ts";
import type { EpubSources } from "./buildEpub.ts";
import type { EpubDocument } from "./epubDocument.ts";

/** The cover, if the book has a picture for it, and the title page. */
export function coverPages({ config, cover }: Pick<EpubSources, "config" | "cover">): EpubDocument[] {
  const { title, subtitle, description, edition } = config;
  const line = (kind: string, ...words: readonly Node[]): Node => element("p", { class: kind }, ...words);
  const words = element(
    "section",
    { class: "title-page", "epub:type": "titlepage" },
    element("h1", {}, title),
    line("subtitle", subtitle),
    ...edition.authors.map((author) => line("author", author)),
    line("lead", description),
  );
  const pages: EpubDocument[] = [{ file: "title.xhtml", title, body: [words], type: "frontmatter" }];
  if (cover) {
    const picture = element("img", { src: "cover.png", alt: cover.shows });
    pages.unshift({
      ...{ file: "cover.xhtml", title: "Cover", type: "cover" },
      body: [element("div", { class: "cover-picture" }, picture)],
    });
  }
  return pages;
}
