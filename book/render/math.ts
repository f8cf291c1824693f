import katex from "katex";
import type MarkdownIt from "markdown-it";
import type { StateBlock, StateInline } from "markdown-it";
import { type ProseContext, report } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { signsOf } from "./signsOf.ts";

/** Length of TeX up to which an inline formula is never broken. */
const unbroken = 32;

/**
 * `$…$` and `$$…$$` as JupyterLab reads them, drawn by KaTeX at build: HTML for the eye, MathML for
 * screen readers. A dollar before a space, or a closing one before a digit, is money.
 */
export function math(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "math_inline", inlineMath);
  md.block.ruler.before("fence", "math_block", blockMath, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });

  const draw = (tex: string, displayMode: boolean, env: ProseContext): string => {
    try {
      const html = katex.renderToString(tex, { displayMode, throwOnError: true, strict: false });
      env.formulas.push(html.slice(html.indexOf('<span class="katex-html"')));
      for (const letter of signsOf(html)) env.letters.push({ letter, tex, cell: env.cell });
      return html;
    } catch (error) {
      report(env, "math", `${(error as Error).message}; correct the formula`);
      return `<code>${escapeHtml(tex)}</code>`;
    }
  };
  const display = (tex: string, env: ProseContext): string =>
    // Long formulas scroll in their own region, which keys must be able to reach.
    `<span class="equation" role="group" tabindex="0" aria-label="Equation">${draw(tex, true, env)}</span>`;

  md.renderer.rules.math_inline = (tokens, i, _options, env) => {
    const tex = tokens[i]?.content ?? "";
    const html = draw(tex, false, env);
    if (tex.length > unbroken) return html;
    // A short formula keeps together, and the comma after it stays with it.
    const next = tokens[i + 1];
    const mark = next?.type === "text" ? (/^[,.;:!?)]+/.exec(next.content)?.[0] ?? "") : "";
    if (next && mark) next.content = next.content.slice(mark.length);
    return `<span class="short-math">${html}${mark}</span>`;
  };
  md.renderer.rules.math_inline_display = (tokens, i, _options, env) =>
    display(tokens[i]?.content ?? "", env);
  md.renderer.rules.math_block = (tokens, i, _options, env) => `${display(tokens[i]?.content ?? "", env)}\n`;
}

function inlineMath(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== "$") return false;
  const fence = src[pos + 1] === "$" ? "$$" : "$";
  const start = pos + fence.length;
  if (fence === "$" && /\s/.test(src[start] ?? " ")) return false;

  let end = src.indexOf(fence, start);
  while (end !== -1 && isEscaped(src, end)) end = src.indexOf(fence, end + 1);
  if (end <= start) return false;
  if (fence === "$" && (/\s/.test(src[end - 1] ?? "") || /\d/.test(src[end + 1] ?? ""))) return false;

  if (!silent) {
    const token = state.push(fence === "$" ? "math_inline" : "math_inline_display", "math", 0);
    token.content = src.slice(start, end).trim();
  }
  state.pos = end + fence.length;
  return true;
}

function isEscaped(src: string, at: number): boolean {
  let slashes = 0;
  while (src[at - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1;
}

function blockMath(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const line = (index: number): string =>
    state.src.slice((state.bMarks[index] ?? 0) + (state.tShift[index] ?? 0), state.eMarks[index]);
  if (!line(startLine).startsWith("$$")) return false;
  let last = startLine;
  let text = line(startLine).slice(2);
  while (!text.trimEnd().endsWith("$$")) {
    last += 1;
    if (last >= endLine) return false;
    text += `\n${line(last)}`;
  }
  const tex = text.trimEnd().slice(0, -2);
  if (tex.includes("$$")) return false; // two formulas in one paragraph: the inline rule reads them
  if (silent) return true;
  const token = state.push("math_block", "math", 0);
  token.block = true;
  token.content = tex.trim();
  token.map = [startLine, last + 1];
  state.line = last + 1;
  return true;
}
