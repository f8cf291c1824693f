import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { type ProseContext, report } from "./context.ts";
import { anchorWords } from "./headings.ts";
import { anchorOf } from "./labels.ts";

/** Link texts that stand for a number to be filled in. */
const stock = /^(figure|fig\.?|exercise|ex\.?)$/i;
const numbered = /^(fig|ex)-/;

/** How JupyterLab names a cell of the notebook. */
const toCell = /^#cell-id=(.+)$/;

/**
 * Points `#fig-…`, `#ex-…` and `NN-….ipynb` links at the pages of the book and fills in numbers. Links within a chapter are
 * written as JupyterLab follows them: to a heading with its own letters and signs, `#The-tail?`, and to a figure by its
 * cell, `#cell-id=tail`.
 */
export function crossReferences(md: MarkdownIt): void {
  md.core.ruler.push("cross_references", (state: StateCore) => {
    for (const token of state.tokens) {
      const children = token.children ?? [];
      for (const [index, child] of children.entries()) {
        if (child.type === "link_open") resolve(state.env as ProseContext, child, children, index);
      }
    }
  });
}

function resolve(context: ProseContext, link: Token, siblings: Token[], index: number): void {
  const written = String(link.attrGet("href") ?? "");
  const id = toCell.exec(written)?.[1];
  const cell = context.chapter.notebook?.cells.find((each) => each.id === id);
  if (id !== undefined && !cell) {
    unknownReference(context, `no cell of the chapter is called "${id}"`);
    return;
  }
  const href = cell ? `#${anchorOf(cell)}` : written;
  link.attrSet("href", href);
  const [path = "", anchor = ""] = href.split("#");
  const label = context.labels.get(anchor);

  if (label && (path === "" || path.endsWith(".ipynb"))) {
    link.attrSet("href", `${label.page === context.chapter.page ? "" : label.page}#${anchor}`);
    const text = siblings[index + 1];
    if (text?.type === "text" && siblings[index + 2]?.type === "link_close" && stock.test(text.content)) {
      const lower = /^[a-z]/.test(text.content);
      text.content = `${lower ? label.kind.toLowerCase() : label.kind}\u00a0${label.number}`;
    } else if (text?.type === "link_close") {
      siblings.splice(
        index + 1,
        0,
        Object.assign(structuredText(link), { content: `${label.kind}\u00a0${label.number}` }),
      );
    }
    return;
  }
  if (path === "" && numbered.test(anchor)) {
    unknownReference(context, `nothing in the book is labelled "${anchor}"`);
    return;
  }
  if (cell) return;
  const heading = anchorWords(decodeURI(anchor));
  if (path === "" && heading) link.attrSet("href", `#${heading}`);
  if (!/^[a-z]+:/i.test(path) && path.endsWith(".ipynb")) {
    const target = context.chapters.get(path.replace(/^\.\//, ""));
    if (target) link.attrSet("href", `${target.page}${heading ? `#${heading}` : ""}`);
    else report(context, "dead-link", `${path} is no chapter of book.yml; correct the link`);
  }
}

const unknownReference = (context: ProseContext, what: string): void =>
  report(context, "unknown-reference", `${what}; correct the link or add the label`);

/** A text token beside a link token, at its depth. */
function structuredText(link: Token): Token {
  const text = Object.assign(Object.create(Object.getPrototypeOf(link)), link) as Token;
  return Object.assign(text, { type: "text", tag: "", nesting: 0, attrs: null, level: link.level + 1 });
}
