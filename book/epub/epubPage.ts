import { solutionsLast } from "../copy/solutionsLast.ts";
import { steeredWords } from "../copy/steeredWords.ts";
import { type Element, element, hasClass, type Node, rewrite, textOf } from "../copy/tree.ts";
import { drawing } from "./drawing.ts";
import { mathml } from "./mathml.ts";

/** What a page of the EPUB is made with. */
export interface EpubPageSources {
  /** The colours of the theme by day, by their names. */
  readonly colours: ReadonlyMap<string, string>;
  /** A link of the site as one of the EPUB; undefined if it leads nowhere from there. */
  link(href: string): string | undefined;
  /** Keeps a picture that travels in its address, and gives its file. */
  keepImage(address: string): string;
  /** Where the page is on the web, if it is. */
  readonly onSite: string | undefined;
}

/** What the reader of an EPUB cannot use; and who has notes below a paragraph needs none beside it. */
const dropped = ["margin-note", "way-on", "downloads", "data", "katex-html"];
const controls = new Set("button form input noscript script select template textarea".split(" "));

/** What the badges of a chapter's head lead to on the site alone. */
const siteBadge = /^(?:Take it home|Letters)$/;

/**
 * A page of the site as one of an EPUB: nothing folds, moves or runs; formulas are MathML; figures are drawn by day; notes
 * stand after their paragraph, where readers' programs make pop-ups of them; solutions stand at the end of the chapter.
 */
export function epubPage(nodes: readonly Node[], sources: EpubPageSources): Node[] {
  return rewrite(solutionsLast(nodes), (found) => {
    const { tag, attributes, children } = found;
    if (controls.has(tag) || hasClass(found, ...dropped)) return [];
    if (tag === "div" && siteBadge.test(textOf(children.slice(0, 1)))) return [];
    if (hasClass(found, "permalink", "katex", "katex-display", "katex-mathml", "short-math")) return children;
    if (tag === "math") return [mathml(found)];
    if (tag === "svg") return [drawing(found, sources)];
    if (tag === "img") return { ...found, attributes: image(attributes, sources) };
    if (hasClass(found, "sentences")) return { ...found, children: children.filter(isShown) };
    if (hasClass(found, "steering")) return steeredWords(found, sources.onSite);
    if (hasClass(found, "note-mark")) return noteMark(found);
    if (hasClass(found, "folded-note")) return note(found);
    if (tag === "details") return { ...found, tag: "div", attributes: kept(attributes) };
    if (tag === "summary") return element("p", { class: "fold-title" }, ...children);
    if (tag === "a") return link(found, sources);
    return { ...found, attributes: kept(attributes) };
  });
}

/** What has a place for the Tab key is a region that scrolls: here none does, and none has a name. */
function kept({
  tabindex,
  role,
  "aria-label": label,
  ...others
}: Element["attributes"]): Element["attributes"] {
  const named =
    tabindex === undefined ? { ...(role && { role }), ...(label && { "aria-label": label }) } : {};
  const own = Object.entries(others).filter(([name]) => !/^(?:data-.*|download|rel|focusable)$/.test(name));
  return { ...Object.fromEntries(own), ...named };
}

const isShown = (node: Node): boolean => typeof node !== "string" && hasClass(node, "now");

function image(attributes: Element["attributes"], { keepImage }: EpubPageSources): Element["attributes"] {
  const { src = "" } = attributes;
  return { ...kept(attributes), src: src.startsWith("data:") ? keepImage(src) : src };
}

function link(found: Element, { link }: EpubPageSources): Element | readonly Node[] {
  const { href, ...others } = kept(found.attributes);
  const target = href === undefined ? undefined : link(href);
  if (target !== undefined) return { ...found, attributes: { ...others, href: target } };
  const { title: _, ...own } = others;
  return Object.keys(own).length > 0 ? { ...found, tag: "span", attributes: own } : found.children;
}

function noteMark(found: Element): Element {
  const number = textOf(found.children);
  const attributes = {
    class: "note-mark",
    "epub:type": "noteref",
    role: "doc-noteref",
    href: `#note-${number}`,
  };
  return element("a", attributes, number);
}

function note(found: Element): Element {
  const [summary, ...text] = found.children;
  const number = /\d+/.exec(textOf(summary === undefined ? [] : [summary]))?.[0] ?? "";
  const attributes = { class: "note", "epub:type": "footnote", role: "doc-footnote", id: `note-${number}` };
  return element("aside", attributes, element("span", { class: "note-number" }, number), ...text);
}
