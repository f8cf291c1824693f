import { type Element, type Node, rewrite } from "../copy/tree.ts";

/** A document in which links to places that nothing has, such as the data below a figure, lead to the page alone, or are none. */
export const withoutAnchors = (body: readonly Node[], dead: ReadonlySet<string>): Node[] =>
  rewrite(body, (found): Element | readonly Node[] => {
    const { href, ...others } = found.attributes;
    if (found.tag !== "a" || href === undefined || !dead.has(href)) return found;
    const [file = ""] = href.split("#");
    if (file) return { ...found, attributes: { ...others, href: file } };
    return others.id === undefined
      ? found.children
      : { ...found, tag: "span", attributes: { id: others.id } };
  });
