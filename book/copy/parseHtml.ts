import type { Element, Node } from "./tree.ts";

const token =
  /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>|[^<]+|</g;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Elements that have no end. */
const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/**
 * Takes a page's HTML apart: what we write, in which every element has its end. What a browser would mend is an error here,
 * since XHTML readers show such a page not at all.
 *
 * @throws {Error} naming the element that is not closed, or closed where another is open
 */
export function parseHtml(html: string): Node[] {
  const root: Node[] = [];
  const open: { readonly tag: string; readonly children: Node[] }[] = [];
  for (const [whole, slash, name, attributes = "", isClosed] of html.matchAll(token)) {
    const children = open.at(-1)?.children ?? root;
    if (name === undefined) {
      if (!whole.startsWith("<!--")) children.push(decode(whole));
    } else if (slash) {
      const last = open.pop();
      if (last?.tag !== name)
        throw new Error(`</${name}> stands where ${last ? `<${last.tag}>` : "nothing"} is open`);
    } else {
      const made = { tag: name, attributes: attributesOf(attributes), children: [] as Node[] };
      children.push(made satisfies Element);
      if (!isClosed && !empty.has(name)) open.push(made);
    }
  }
  const last = open.at(-1);
  if (last) throw new Error(`<${last.tag}> is not closed`);
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(attribute)].map(
    ([, name = "", double, single, bare]) => [name, decode(double ?? single ?? bare ?? "")] as const,
  );
  return Object.fromEntries(found);
}

/** The names that our pages use; XML knows four of them. */
const names: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) {
      const sign = names[name];
      if (sign === undefined)
        throw new Error(`${whole} is no sign that the book knows: write the sign itself`);
      return sign;
    }
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
