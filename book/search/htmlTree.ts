/** An element of a page that this build wrote. */
export interface Element {
  readonly tag: string;
  readonly id: string;
  readonly href: string;
  /** Whether only eyes are to meet it. */
  readonly isHidden: boolean;
  readonly classes: readonly string[];
  readonly children: (Element | string)[];
}

const piece = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</g;
const empty = new Set(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]);
const named: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ensp: " ", emsp: " ", thinsp: " " },
};

/** HTML as a tree, without its drawings. It need only read what our renderers write: every element is closed. */
export function htmlTree(html: string): Element {
  const root: Element = { tag: "", id: "", href: "", isHidden: false, classes: [], children: [] };
  const open = [root];
  for (const [whole, close, name = "", attributes = ""] of html
    .replace(/<(svg|script|style)\b[\s\S]*?<\/\1>/g, "")
    .matchAll(piece)) {
    const here = open.at(-1) ?? root;
    if (name === "") {
      if (!whole.startsWith("<!--")) here.children.push(plain(whole));
    } else if (close) {
      const at = open.findLastIndex(({ tag }) => tag === name.toLowerCase());
      if (at > 0) open.length = at;
    } else {
      const element: Element = {
        tag: name.toLowerCase(),
        id: attribute(attributes, "id"),
        href: attribute(attributes, "href"),
        isHidden: attribute(attributes, "aria-hidden") === "true",
        classes: attribute(attributes, "class").split(/\s+/),
        children: [],
      };
      here.children.push(element);
      if (!empty.has(element.tag) && !attributes.endsWith("/")) open.push(element);
    }
  }
  return root;
}

const attribute = (attributes: string, name: string): string =>
  plain(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");

/** Text with its entities written out. */
const plain = (html: string): string =>
  html.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (found, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? found;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
