import type { DocumentFacts } from "./documentFacts.ts";

/** A document's links to places that the EPUB left out. @param anchors of all documents, by their files */
export const deadLinks = (
  file: string,
  { links }: DocumentFacts,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string[] =>
  links.filter((href) => {
    const [target = "", anchor = ""] = href.split("#");
    return !anchors.get(target || file)?.has(decodeURIComponent(anchor));
  });
