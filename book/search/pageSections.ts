import { parseHtml } from "../copy/parseHtml.ts";
import { type Element, isElement, type Node } from "../copy/tree.ts";
import { bibliographyFile } from "../render/bibliographyPage.ts";
import type { Content } from "../render/content.ts";
import { notationFile } from "../render/notationPage.ts";
import { glossaryFile } from "../render/terms.ts";
import { mathText } from "./mathText.ts";
import type { Kind, Section } from "./section.ts";

/** What nobody looks for, what stands elsewhere too, and solutions, which are not to be met before they are opened. */
const left = new Set([
  ...["solution", "katex-html", "note-mark", "folded-note", "data", "downloads", "steering", "setting"],
  ...["way-on", "badges", "cited-in", "entry-source", "difficulty", "claim-state", "part", "part-title"],
  ...["chapter-list", "chapter-number", "names", "type-names", "import-line", "figure-number"],
]);
const blocks =
  /^(?:p|div|section|article|header|figure|figcaption|table|tr|td|th|caption|ul|ol|li|dl|dt|dd|pre|br|blockquote|details|summary)$/;

/** Where the walk is. */
interface Place {
  /** Where text goes. A heading changes it for what follows, up to the end of the element around both. */
  readonly open: { section: Section };
  /** What a heading here opens. */
  readonly kind: Kind;
}

/**
 * The places of a page with their texts, taken from what its reader sees, so that what is found is what stands there.
 *
 * @throws {Error} if an element of the page is not closed
 */
export function pageSections({ page, title, body }: Pick<Content, "page" | "title" | "body">): Section[] {
  const head: Section = { anchor: "", kind: "text", title, isTitled: true, text: "" };
  const sections = [head];
  const whole: Place = { open: { section: head }, kind: "text" };
  for (const node of parseHtml(body)) walk(node, whole);
  for (const section of sections) section.text = oneLine(section.text);
  return sections.filter(({ text, isTitled }) => isTitled || text !== "");

  function walk(node: Node, place: Place): void {
    const { open } = place;
    if (!isElement(node)) {
      open.section.text += node;
      return;
    }
    if (isLeft(node, place)) return;
    if (classesOf(node).includes("sentences")) {
      // Of a steered figure, the sentence of the setting at the start.
      const now = find(node, "now");
      if (now) walk(now, place);
      return;
    }
    const text = inline(node);
    if (text !== undefined) {
      open.section.text += text;
      return;
    }
    const heading = headed(node, place);
    if (heading) {
      sections.push(heading);
      open.section = heading;
      return;
    }
    // A heading without an anchor is a part of an entry: "Parameters" says nothing.
    if (/^h[2-4]$/.test(node.tag) && place.kind === "reference") return;
    const own = contained(node, open.section);
    if (own) sections.push(own);
    const within = own || /^(?:section|figure|details)$/.test(node.tag);
    const inner: Place = {
      open: within ? { section: own ?? open.section } : open,
      kind: classesOf(node).includes("entry")
        ? "reference"
        : classesOf(node).includes("exercise")
          ? "exercise"
          : place.kind,
    };
    const gap = !blocks.test(node.tag) ? "" : /^t[dh]$/.test(node.tag) ? " · " : "\n";
    inner.open.section.text += gap;
    // Of a letter, what it stands for: itself is the title, and in which chapters is no text.
    const children = own?.kind === "letter" ? node.children.slice(1, 2) : node.children;
    for (const child of children) walk(child, inner);
    inner.open.section.text += gap;
  }

  function isLeft(node: Element, { open, kind }: Place): boolean {
    const { tag, attributes } = node;
    const classes = classesOf(node);
    if (/^(?:svg|script|style)$/.test(tag) || attributes["aria-hidden"] === "true") return true;
    if (tag === "h1" || tag === "button" || tag === "nav" || tag === "thead") return true;
    if (classes.includes("references")) return page !== bibliographyFile;
    // What a check tries, and its hints, are opened by who wants them.
    if (tag === "details" && classes.includes("check")) return true;
    // How many more tests there are is said of each exercise.
    if (kind === "exercise" && classes.includes("table-note")) return true;
    // How a claim was judged, is said of many in the same words.
    if (open.section.kind === "code" && tag === "summary") return true;
    if (open.section.kind === "claim" && (tag === "summary" || (tag === "p" && classes[0] === "")))
      return true;
    return classes.some((name) => left.has(name));
  }

  /** A place that a heading begins: a section, an exercise, an entry, a word of the glossary. */
  function headed(node: Element, { kind }: Place): Section | undefined {
    const { tag } = node;
    const { id = "" } = node.attributes;
    const word = tag === "dt" && page === glossaryFile;
    if (id === "" || !(word || /^h[2-4]$/.test(tag) || classesOf(node).includes("block-title")))
      return undefined;
    const anchor = find(node, "permalink")?.attributes.href?.slice(1) ?? id;
    return { anchor, kind: word ? "word" : kind, title: textOf(node), isTitled: true, text: "" };
  }

  /** A place that an element holds: a figure, a claim, a cell, a letter, a work. */
  function contained(node: Element, around: Section): Section | undefined {
    const { tag } = node;
    const { id = "" } = node.attributes;
    const classes = classesOf(node);
    const { anchor, title } = around;
    if (tag === "figure" && id) {
      const number = find(node, "figure-number");
      return {
        anchor: id,
        kind: "figure",
        title: number ? textOf(number).replace(/\.$/, "") : title,
        isTitled: true,
        text: "",
      };
    }
    if (classes.includes("claim"))
      return { anchor: id || anchor, kind: "claim", title, isTitled: false, text: "" };
    if (classes.includes("cell") && id) return { anchor: id, kind: "code", title, isTitled: false, text: "" };
    if (tag === "tr" && id && page === notationFile)
      return { anchor: id, kind: "letter", title: textOf(node.children[0] ?? ""), isTitled: true, text: "" };
    if (tag === "li" && id && page === bibliographyFile)
      return { anchor: id, kind: "work", title: workTitle(textOf(node)), isTitled: true, text: "" };
    return undefined;
  }
}

const classesOf = ({ attributes }: Element): string[] => (attributes.class ?? "").split(/\s+/);

/** What has a form of its own as text: a formula, what is raised or lowered. */
function inline(node: Element): string | undefined {
  if (node.tag === "math") return mathText(node);
  if (node.tag !== "sup" && node.tag !== "sub") return undefined;
  const text = node.children.map(textOf).join("");
  return `${node.tag === "sup" ? "^" : "_"}${/^[\p{L}\p{N}]*$/u.test(text) ? text : `(${text})`}`;
}

function textOf(node: Node): string {
  if (!isElement(node)) return node;
  if (node.tag === "svg" || classesOf(node).includes("katex-html")) return "";
  return (inline(node) ?? node.children.map(textOf).join("")).replace(/\s+/g, " ");
}

function find(node: Element, name: string): Element | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const found = classesOf(child).includes(name) ? child : find(child, name);
    if (found) return found;
  }
  return undefined;
}

/** Without the names that a cell imports, which say nothing about it. */
const oneLine = (text: string): string =>
  text
    .replace(/^\s*import (?:type )?\{[^}]*\} from "[^"]*";$/gm, "")
    .replace(/(?:\s*·\s*)+(?=\n|$)/g, "\n")
    .replace(/(?:\s*·)+(\s*·)/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/^[ ·]+|[ ·]+$/g, "");

/** Who wrote it, and when. */
const workTitle = (text: string): string => /^.{1,80}?\(\d{4}\w?\)/.exec(text)?.[0] ?? text.slice(0, 60);
