import { alert } from "@mdit/plugin-alert";
import MarkdownIt from "markdown-it";
import { citations } from "./citations.ts";
import type { ProseContext } from "./context.ts";
import { crossReferences } from "./crossReferences.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { headings } from "./headings.ts";
import { math } from "./math.ts";
import { plainAlerts } from "./plainAlerts.ts";
import { plainNotes } from "./plainNotes.ts";
import { scrollRegion } from "./scrollRegion.ts";
import { sidenotes } from "./sidenotes.ts";
import { terms } from "./terms.ts";

// Notebooks are ours, and JupyterLab shows their HTML: so do we.
const md = new MarkdownIt({ html: true, typographer: true }).disable("replacements");
math(md);
citations(md);
alert(md);
plainAlerts(md);
headings(md);
crossReferences(md);
sidenotes(md);
plainNotes(md);
terms(md);

md.renderer.rules.fence = (tokens, i, _options, env: ProseContext) => {
  const { info = "", content = "" } = tokens[i] ?? {};
  const isTypeScript = /^(ts|typescript|js|javascript)\b/.test(info.trim());
  const code = content.trimEnd();
  return scrollRegion(
    `<pre><code>${isTypeScript ? env.highlight(code) : escapeHtml(code)}</code></pre>`,
    "Code",
    "code",
  );
};
md.renderer.rules.code_block = (tokens, i) =>
  scrollRegion(`<pre><code>${escapeHtml((tokens[i]?.content ?? "").trimEnd())}</code></pre>`, "Code", "code");
/** A header cell without words heads nothing, and a screen reader would announce it all the same. */
md.core.ruler.push("empty_headers", ({ tokens }) => {
  for (const [i, open] of tokens.entries())
    if (open.type === "th_open" && tokens[i + 1]?.content.trim() === "")
      for (const token of [open, tokens[i + 2]]) if (token) token.tag = "td";
});
md.renderer.rules.table_open = () =>
  '<div class="table" role="group" tabindex="0" aria-label="Table">\n<table>\n';
md.renderer.rules.table_close = () => "</table>\n</div>\n";

/** The text of a markdown cell as HTML, with everything of our conventions in it. */
export const renderMarkdown = (source: string, context: ProseContext): string => md.render(source, context);

/** One line of markdown, such as a caption. */
export const renderInline = (source: string, context: ProseContext): string =>
  md.renderInline(source, context);
