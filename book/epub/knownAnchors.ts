import { type Element, elementsIn, type Node, rewrite } from "../copy/tree.ts";
import type { EpubDocument } from "./epubDocument.ts";

/** Links to what the EPUB left out, such as the data below a figure, lead to the page alone, or are none. */
export function knownAnchors(documents: readonly EpubDocument[]): EpubDocument[] {
  const anchors = new Map(
    documents.map(({ file, body }) => [
      file,
      new Set([...elementsIn(body)].flatMap(({ attributes }) => attributes.id ?? [])),
    ]),
  );
  return documents.map((document) => ({
    ...document,
    body: rewrite(document.body, (found): Element | readonly Node[] => {
      const { href, ...others } = found.attributes;
      if (found.tag !== "a" || href === undefined || /^[a-z]+:/.test(href)) return found;
      const [file = "", anchor = ""] = href.split("#");
      const isKnown = anchors.get(file || document.file)?.has(decodeURIComponent(anchor));
      if (anchor === "" || isKnown) return found;
      if (file) return { ...found, attributes: { ...others, href: file } };
      return others.id === undefined
        ? found.children
        : { ...found, tag: "span", attributes: { id: others.id } };
    }),
  }));
}
