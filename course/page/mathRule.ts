import katex from "katex";
import type MarkdownIt from "markdown-it";

/** Two dollars around a formula of any lines, or one around one that neither begins nor ends with a blank. */
const formula = /\$\$([^$]+)\$\$|\$([^\s$](?:[^$\n]*[^\s$\\])?)\$(?!\d)/y;

/** Length of TeX beyond which it is shown as it is written: nobody's answer may keep a page waiting. */
const longest = 2000;

/** `$…$` and `$$…$$` as JupyterLab reads them, as MathML: it needs no style and no font. */
export function mathRule(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "math", (state, silent) => {
    if (state.src[state.pos] !== "$") return false;
    formula.lastIndex = state.pos;
    const [whole, display, inline] = formula.exec(state.src) ?? [];
    if (whole === undefined) return false;
    if (!silent) {
      const token = state.push("math", "math", 0);
      token.content = (display ?? inline ?? "").trim();
      token.block = display !== undefined;
    }
    state.pos += whole.length;
    return true;
  });
  md.renderer.rules.math = (tokens, i) => {
    const { content = "", block: displayMode = false } = tokens[i] ?? {};
    try {
      if (content.length > longest) throw new RangeError("too long");
      // What is handed in may be anything: no links, no endless macros.
      const limits = { trust: false, maxExpand: 200, maxSize: 10, strict: false } as const;
      return katex.renderToString(content, { ...limits, displayMode, output: "mathml", throwOnError: true });
    } catch {
      return `<code>${md.utils.escapeHtml(content)}</code>`;
    }
  };
}
