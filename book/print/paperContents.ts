import { type Element, element } from "../copy/tree.ts";
import type { EpubSources } from "../epub/buildEpub.ts";
import type { Content } from "../render/content.ts";
import { runFile } from "../render/runPage.ts";
import { placeOf } from "./paperPage.ts";

/** The contents with the number of each page, as far as they are known. */
export function paperContents(
  { config, pages }: Pick<EpubSources, "config" | "pages">,
  numbers: ReadonlyMap<string, number>,
): Element {
  const line = (page: string, title: string, number = ""): Element => {
    const place = placeOf(page);
    const words = [
      element("span", { class: "paper-number" }, number),
      element("span", { class: "paper-words" }, title),
      element("span", { class: "paper-at" }, String(numbers.get(place) ?? "")),
    ];
    return element("li", {}, element("a", { href: `#${place}` }, ...words));
  };
  const chapterOf = ({ page }: Content) => config.chapters.find(({ slug }) => `${slug}.html` === page);
  const first = pages.findIndex(chapterOf);
  const list = (own: readonly Content[]): Element =>
    element(
      "ol",
      {},
      ...own.map((each) => line(each.page, each.title, String(chapterOf(each)?.number ?? ""))),
    );
  const parts = config.parts.flatMap(({ title }) => {
    const own = pages.filter((page) => chapterOf(page)?.part === title);
    return own.length > 0 ? [element("p", { class: "part" }, title), list(own)] : [];
  });
  const back = list(pages.filter((page, index) => index > first && !chapterOf(page)));
  return element(
    "nav",
    { class: "paper-contents" },
    element("h1", {}, "Contents"),
    list(pages.slice(0, Math.max(0, first))),
    ...parts,
    element("p", { class: "part" }, "At the end"),
    { ...back, children: [...back.children, line(runFile, "Colophon")] },
  );
}
