import { solutionsLast } from "../copy/solutionsLast.ts";
import { steeredWords } from "../copy/steeredWords.ts";
import { type Element, element, hasClass, isElement, type Node, rewrite, textOf } from "../copy/tree.ts";
import { drawing } from "../epub/drawing.ts";

/** What a page of the printed book is made with. */
export interface PaperPageSources {
  /** The page, as the site names it. */
  readonly page: string;
  /** All pages that are printed. */
  readonly pages: ReadonlySet<string>;
  readonly colours: ReadonlyMap<string, string>;
  /** Where the page is on the web, if it is. */
  readonly onSite: string | undefined;
}

/** What paper has no use for; notes stand beside their line there. */
const dropped = ["folded-note", "way-on", "downloads", "data", "setting-note"];
const controls = new Set("button form input noscript script select template textarea".split(" "));

/** The place of a page in the one document of all of them. */
export const placeOf = (page: string, anchor = ""): string => {
  const name = page.replace(/\.html$/, "");
  return anchor === "" ? name : `${name}--${anchor}`;
};

/** A page of the site as a part of one long document: its anchors have its name before theirs. */
export function paperPage(nodes: readonly Node[], sources: PaperPageSources): Node[] {
  const own = (anchor: string): string => placeOf(sources.page, anchor);
  return rewrite(solutionsLast(nodes), (found) => {
    const { tag, attributes, children } = found;
    if (controls.has(tag) || hasClass(found, ...dropped)) return [];
    if (tag === "div" && /^Take it home$/.test(textOf(children.slice(0, 1)))) return [];
    if (hasClass(found, "permalink")) return children;
    if (hasClass(found, "sentences"))
      return { ...found, children: children.filter((child) => isElement(child) && hasClass(child, "now")) };
    if (hasClass(found, "steering")) return steeredWords(found, sources.onSite);
    if (tag === "svg" && hasClass(found, "drawing")) {
      const drawn = drawing(found, { ...sources, keepImage: (data) => data });
      return rewrite([drawn], (part) => ({ ...part, attributes: named(part.attributes, own) }));
    }
    if (tag === "a") return link(found, sources);
    return { ...found, attributes: named(attributes, own) };
  });
}

/** An element's own anchors, and those that it speaks of, by their new names. */
function named(attributes: Element["attributes"], own: (anchor: string) => string): Element["attributes"] {
  const entries = Object.entries(attributes).flatMap(([name, value]) => {
    if (/^(?:data-.*|tabindex|download|rel)$/.test(name)) return [];
    if (/^(?:id|aria-labelledby|for)$/.test(name)) return [[name, own(value)]];
    if (/href$/.test(name) && value.startsWith("#")) return [[name, `#${own(value.slice(1))}`]];
    return [[name, value.replace(/url\(#([^)]+)\)/g, (_, anchor: string) => `url(#${own(anchor)})`)]];
  });
  return Object.fromEntries(entries);
}

function link(found: Element, { page, pages }: PaperPageSources): Element | readonly Node[] {
  const { href = "", title: _, ...others } = named(found.attributes, (anchor) => placeOf(page, anchor));
  const [path = "", anchor] = href.split("#");
  const leads = /^(?:https?:|mailto:|#)/.test(href)
    ? href
    : pages.has(path)
      ? `#${placeOf(path, anchor)}`
      : "";
  if (leads) return { ...found, attributes: { ...others, href: leads } };
  return others.id === undefined ? found.children : element("span", { id: others.id }, ...found.children);
}
