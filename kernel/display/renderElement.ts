import type { MimeBundle } from "../notebook/notebook.ts";

const svgType = "image/svg+xml";
const longest = 100;

/** What a picture, or a figure around it, is made of. Whatever can run or fetch something is not among it. */
const figureTags: ReadonlySet<string> = new Set(
  "figure figcaption h1 h2 h3 h4 p div span b i em strong small br sub sup style".split(" "),
);
const activeTags: ReadonlySet<string> = new Set(["script", "foreignobject", "iframe", "animate", "set"]);
const active =
  /\s(?:on[a-z]+\s*=|[\w:-]*(?:href|src)\s*=\s*["']?\s*(?!["']?(?:#|data:image\/)))|javascript:|@import/i;

/** Nodes of a list that are shown, a line each. */
const mostLines = 20;

/**
 * Shows elements of a document, such as linkedom's or jsdom's, that Plot and other libraries draw into: an svg as a
 * picture, a figure around one as HTML, every other node in one line, which else would be a page of inner workings.
 */
export function renderElement(value: unknown): MimeBundle | undefined {
  const element = elementOf(value);
  if (element?.tag === "svg" && isInert(element.html, isSvgTag))
    return { "text/plain": wordsOf(element.html), [svgType]: standalone(element.html) };
  if (element?.tag === "figure" && isNode(value) && /<svg\b/i.test(element.html)) {
    const isFine = isInert(element.html, (name) => figureTags.has(name) || isSvgTag(name));
    if (isFine) return { "text/plain": wordsOf(element.html), "text/html": element.html };
  }
  if (isNode(value) || element?.tag === "svg") return { "text/plain": lineOf(value) };
  if (!Array.isArray(value) || value.length === 0 || !value.every(isNode)) return undefined;
  const lines = value.slice(0, mostLines).map(lineOf);
  const more = value.length > mostLines ? [`… ${value.length - mostLines} more`] : [];
  const count = `${value.length} node${value.length === 1 ? "" : "s"}`;
  return { "text/plain": [count, ...lines, ...more].join("\n") };
}

/** For those who cannot see the picture: what it says of itself. */
export function elementMetadata(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const element = elementOf(value);
  const alt = element?.tag === "svg" ? titleOf(element.html) : undefined;
  return alt === undefined ? undefined : { [svgType]: { alt } };
}

function elementOf(value: unknown): { html: string; tag: string } | undefined {
  if (typeof value !== "object" || value === null || !("outerHTML" in value)) return undefined;
  const html = value.outerHTML;
  const tag = typeof html === "string" ? /^\s*<([a-z][\w:-]*)/i.exec(html)?.[1]?.toLowerCase() : undefined;
  return tag === undefined ? undefined : { html: String(html), tag };
}

interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent?: unknown;
  readonly documentElement?: unknown;
}

function isNode(value: unknown): value is Node {
  if (typeof value !== "object" || value === null || !("nodeType" in value)) return false;
  const { nodeType, nodeName } = value as Partial<Record<keyof Node, unknown>>;
  return typeof nodeType === "number" && typeof nodeName === "string";
}

/** Any tag may stand in an svg but those that act: a reader's browser knows no others to be active. */
const isSvgTag = (name: string): boolean =>
  !activeTags.has(name) && !/^(?:audio|video|embed|object|link|meta|base|form|input|img)$/.test(name);

/** What a program drew is shown; what a page from elsewhere may bring along, to run or to be fetched, is not. */
function isInert(html: string, isKnown: (tag: string) => boolean): boolean {
  const tags = html.match(/<[a-z][^\s/>]*/gi) ?? [];
  return tags.every((tag) => isKnown(tag.slice(1).toLowerCase())) && !active.test(html);
}

/** As a file of its own: a document's svg leaves out its namespace, and writes some characters as XML does not. */
function standalone(html: string): string {
  const xml = html
    .trim()
    .replaceAll("&nbsp;", "\u00a0")
    .replace(/="[^"]*"/g, (attribute) => attribute.replaceAll("<", "&lt;"));
  const head = /^<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/i.exec(xml)?.[0] ?? "";
  const missing = [
    /\sxmlns\s*=/.test(head) ? "" : ' xmlns="http://www.w3.org/2000/svg"',
    /\bxlink:/.test(xml) && !/\sxmlns:xlink\s*=/.test(head)
      ? ' xmlns:xlink="http://www.w3.org/1999/xlink"'
      : "",
    // Ink for paper: in a dark notebook it brings its paper.
    /\sstyle\s*=/.test(head) ? "" : ' style="background:#fff"',
  ];
  return xml.replace(/^<svg\b/i, `<svg${missing.join("")}`);
}

function wordsOf(html: string): string {
  const said = titleOf(html) ?? headingsOf(html);
  if (said !== undefined && said !== "") return said;
  const [, main = ""] = [...html.matchAll(/<svg\b([^>]*)>/gi)].at(-1) ?? [];
  const [width, height] = ["width", "height"].map(
    (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(main)?.[1],
  );
  return width !== undefined && height !== undefined ? `a picture, ${width} × ${height}` : "a picture";
}

/** An svg's own words: its label, or its first child's, if that is a title. */
function titleOf(html: string): string | undefined {
  const label = /^\s*<svg\b[^>]*\saria-label="([^"]*)"/i.exec(html)?.[1];
  const title = /^\s*<svg\b[^>]*>\s*<title\b[^>]*>([^<]*)<\/title>/i.exec(html)?.[1];
  const said = decoded(label ?? title ?? "");
  return said === "" ? undefined : said;
}

/** A figure's title and caption. */
const headingsOf = (html: string): string =>
  [...html.matchAll(/<(h\d|figcaption)\b[^>]*>([\s\S]*?)<\/\1>/gi)]
    .map(([, , text = ""]) => textOf(text))
    .join("\n");

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', nbsp: " ", amp: "&" };

const textOf = (html: string): string => decoded(html.replace(/<[^>]*>/g, ""));

const decoded = (text: string): string =>
  text
    .replace(/&(lt|gt|quot|nbsp|amp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();

/** An element by its own tag, any other node by its name and text. */
function lineOf(node: unknown): string {
  const html = elementOf(node)?.html;
  if (html !== undefined) return shortened(html);
  const { nodeName, textContent, documentElement } = node as Node;
  if (documentElement) return `${nodeName} ${lineOf(documentElement)}`;
  return cut(`${nodeName} ${JSON.stringify(String(textContent ?? "").slice(0, longest))}`);
}

const cut = (line: string): string => (line.length <= longest ? line : `${line.slice(0, longest - 1)}…`);

function shortened(html: string): string {
  const line = html.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const head = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(line)?.[0] ?? line;
  const tag = /^<([^\s/>]+)/.exec(line)?.[1] ?? "";
  return `${cut(head)}…${line.endsWith(`</${tag}>`) ? `</${tag}>` : ""}`;
}
