import { type Element, element } from "../copy/tree.ts";
import type { Content } from "../render/content.ts";
import type { EpubSources } from "./buildEpub.ts";
import { colophonFile } from "./colophon.ts";
import { type EpubDocument, fileOf } from "./epubDocument.ts";

/** The contents, which readers' programs make their own of, and where a book begins. */
export function contentsPage({ config, pages, cover }: EpubSources): EpubDocument {
  const chapterOf = ({ page }: Content) => config.chapters.find(({ slug }) => `${slug}.html` === page);
  const first = pages.findIndex(chapterOf);
  const begin = pages[first];
  const parts = config.parts.flatMap((part) => {
    const own = pages.filter((page) => chapterOf(page)?.part === part.title);
    const chapters = own.map((page) => entry(page, `${chapterOf(page)?.number} `));
    return own.length > 0 ? [element("li", {}, element("span", {}, part.title), list(chapters))] : [];
  });
  const front = pages.slice(0, Math.max(0, first)).map((page) => entry(page));
  const back = pages.filter((page, index) => index > first && !chapterOf(page)).map((page) => entry(page));
  const toc = list([...front, ...parts, ...back, item(link(colophonFile, "Colophon"))]);
  const marks = [
    ...(cover ? [mark("cover", "cover.xhtml", "Cover")] : []),
    mark("toc", "nav.xhtml", "Contents"),
    ...(begin ? [mark("bodymatter", fileOf(begin.page), "Begin reading")] : []),
  ];
  const body = [
    element("nav", { "epub:type": "toc", role: "doc-toc", id: "toc" }, element("h1", {}, "Contents"), toc),
    element(
      "nav",
      { "epub:type": "landmarks", hidden: "hidden" },
      element("h2", {}, "Landmarks"),
      list(marks),
    ),
  ];
  return { file: "nav.xhtml", title: "Contents", body, type: "frontmatter" };
}

const list = (items: readonly Element[]): Element => element("ol", {}, ...items);
const item = (...children: readonly Element[]): Element => element("li", {}, ...children);
const link = (href: string, words: string): Element => element("a", { href }, words);
const mark = (type: string, href: string, words: string): Element =>
  item(element("a", { "epub:type": type, href }, words));

/** A page with its sections. */
function entry({ page, title, headings }: Content, number = ""): Element {
  const file = fileOf(page);
  const sections = headings
    .filter(({ level }) => level === 2)
    .map(({ id, text }) => item(link(`${file}#${id}`, text)));
  return item(link(file, number + title), ...(sections.length > 0 ? [list(sections)] : []));
}
