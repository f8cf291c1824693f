import { elementsIn, type Node } from "../copy/tree.ts";

/** What must be known of a document besides its text. */
export interface DocumentFacts {
  /** Places in it that links can lead to. */
  readonly anchors: readonly string[];
  /** Its links to places in the EPUB, as it writes them. */
  readonly links: readonly string[];
  /** What the manifest must say that it holds, and must not say of another. */
  readonly properties: readonly string[];
}

export function documentFacts(file: string, body: readonly Node[]): DocumentFacts {
  const [anchors, links, tags] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { tag, attributes } of elementsIn(body)) {
    const { id, href } = attributes;
    tags.add(tag);
    if (id !== undefined) anchors.add(id);
    if (tag === "a" && href !== undefined && !/^[a-z]+:/.test(href) && (href.split("#")[1] ?? "") !== "")
      links.add(href);
  }
  const properties = [
    tags.has("math") ? "mathml" : "",
    file === "nav.xhtml" ? "nav" : "",
    tags.has("svg") ? "svg" : "",
  ];
  return { anchors: [...anchors], links: [...links], properties: properties.filter(Boolean) };
}
