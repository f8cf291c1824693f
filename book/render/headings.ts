import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import type { ProseContext } from "./context.ts";

/** Gives headings an anchor made of their words, and collects them for the outline. */
export function headings(md: MarkdownIt): void {
  md.core.ruler.push("headings", (state: StateCore) => {
    const context = state.env as ProseContext;
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const text = plainText(state.tokens[index + 1]);
      const id = freeAnchor(context.anchors, text);
      token.attrSet("id", id);
      context.headings.push({ level: Number(token.tag.slice(1)), id, text });
      const inline = state.tokens[index + 1];
      // A link cannot stand in a link.
      if (!inline?.children || inline.children.some(({ type }) => /^(link_open|citation)$/.test(type)))
        continue;
      const [open, close] = [new state.Token("link_open", "a", 1), new state.Token("link_close", "a", -1)];
      open.attrs = [
        ["class", "permalink"],
        ["href", `#${id}`],
      ];
      inline.children = [open, ...inline.children, close];
    }
  });
}

/** The words of a heading as the link to it: to click, to copy, to reach by keyboard. */
export const permalink = (id: string, html: string): string =>
  `<a class="permalink" href="#${id}">${html}</a>`;

function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) =>
      type === "text" || type === "code_inline" || type === "math_inline" ? content : "",
    )
    .join("")
    .trim();
}

/** An anchor that no other heading of the page has: "the-tail", then "the-tail-2". */
export function freeAnchor(taken: Set<string>, text: string): string {
  const base = anchorWords(text) || "section";
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

/** The words of a text as an anchor: "The tail?" and JupyterLab's "The-tail?" are "the-tail". */
export const anchorWords = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join("-");
