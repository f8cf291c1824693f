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
// The outline is the page's: a heading of a text looks like one, and is none.
md.renderer.rules.heading_open = () => '<p class="heading">';
md.renderer.rules.heading_close = () => "</p>\n";
md.renderer.rules.link_open = (tokens, i, options, _env, self) => {
  const token = tokens[i];
  // A link within the notebook leads nowhere from here: its words stay.
  const leads = /^(?:https?|mailto):/i.test(token?.attrGet("href") ?? "");
  if (token)
    token.attrs = leads ? [...(token.attrs ?? []), ["rel", "noopener noreferrer"], ["target", "_blank"]] : [];
  return self.renderToken(tokens, i, options);
};

/** The text of a markdown cell as HTML: formulas, tables and code in it, no HTML of its own, nothing from elsewhere. */
export const renderMarkdown = (source: string): Html => markup(md.render(source));
