import MarkdownIt from "markdown-it";
import { highlightCode } from "./highlightCode.ts";
import { type Html, markup } from "./html.ts";
import { mathRule } from "./mathRule.ts";

// What students write is no HTML, and calls nobody: pictures become their words.
const md = new MarkdownIt({ html: false, linkify: false });
mathRule(md);

md.renderer.rules.fence = (tokens, i) => {
  const { info = "", content = "" } = tokens[i] ?? {};
  const isTypeScript = /^(?:ts|typescript|js|javascript)\b/.test(info.trim());
  const code = content.trimEnd();
  return `<pre tabindex="0"><code>${isTypeScript ? highlightCode(code) : md.utils.escapeHtml(code)}</code></pre>\n`;
};
md.renderer.rules.code_block = (tokens, i) =>
  `<pre tabindex="0"><code>${md.utils.escapeHtml((tokens[i]?.content ?? "").trimEnd())}</code></pre>\n`;
md.renderer.rules.image = (tokens, i, options, env, self) => {
  const token = tokens[i];
  const words = self.renderInlineAsText(token?.children ?? [], options, env);
  return `<em>[picture: ${md.utils.escapeHtml(words || token?.attrGet("src")?.slice(0, 80) || "without a name")}]</em>`;
};
/** Headings of a text stand below those of the page. */
for (const rule of ["heading_open", "heading_close"] as const)
  md.renderer.rules[rule] = (tokens, i, options, _env, self) => {
    const token = tokens[i];
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 3)}`;
    return self.renderToken(tokens, i, options);
  };
md.renderer.rules.link_open = (tokens, i, options, _env, self) => {
  const token = tokens[i];
  // A link within the notebook leads nowhere from here: its words stay.
  const leads = /^(?:https?|mailto):/i.test(token?.attrGet("href") ?? "");
  if (token) token.attrs = leads ? [...(token.attrs ?? []), ["rel", "noopener noreferrer"], ["target", "_blank"]] : [];
  return self.renderToken(tokens, i, options);
};

/** The text of a markdown cell as HTML: formulas, tables and code in it, no HTML of its own, nothing from elsewhere. */
export const renderMarkdown = (source: string): Html => markup(md.render(source));
