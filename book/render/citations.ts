import type MarkdownIt from "markdown-it";
import type { StateInline } from "markdown-it";
import { byName, fullReference, shortName } from "./bibliography.ts";
import { type ProseContext, report } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { permalink } from "./headings.ts";

const one = /\[@[\w:.-]+[^\]@]*(?:;\s*@[\w:.-]+[^\]@]*)*\]/.source;
const group = new RegExp(`^${one}(?:;\\s*${one})*`);
const part = /^@([\w:.-]*\w)(?:,\s*(.+))?$/;

/**
 * `[@key]`, `[@a]; [@b]`, `[@key, p. 3]`: author and year in the text, the work itself in the margin. Where each has brackets
 * of its own, a line `[@key]: address` in the cell makes links of them in JupyterLab; here Markdown takes that line away.
 */
export function citations(md: MarkdownIt): void {
  md.inline.ruler.before("link", "citation", (state: StateInline, silent) => {
    const found = group.exec(state.src.slice(state.pos));
    if (!found) return false;
    if (!silent) state.push("citation", "", 0).content = found[0].replace(/[[\]]/g, "");
    state.pos += found[0].length;
    return true;
  });

  md.renderer.rules.citation = (tokens, i, _options, env: ProseContext) => {
    const rendered = (tokens[i]?.content ?? "").split(";").map((text) => {
      const [, key = "", locator] = part.exec(text.trim()) ?? [];
      return citation(env, key, locator);
    });
    const links = rendered.map(({ link }) => link).join("; ");
    return `<span class="citation">(${links})</span>${rendered.map(({ note }) => note).join("")}`;
  };
}

function citation(
  context: ProseContext,
  key: string,
  locator: string | undefined,
): { link: string; note: string } {
  const item = context.bibliography.get(key);
  if (!item) {
    report(context, "unknown-citation", `@${key} is not in the bibliography; add it or correct the key`);
    return { link: escapeHtml(`@${key}`), note: "" };
  }
  const first = !context.cited.includes(key);
  if (first) context.cited.push(key);
  const name = escapeHtml(shortName(item, context.bibliography)).replace(/ (?=\S+$)/, "&nbsp;");
  const link = `<a href="#ref-${key}">${name}</a>${locator ? `, ${escapeHtml(locator)}` : ""}`;
  // Links inside the margin note would repeat those of the reference list.
  const text = fullReference(item, context.bibliography).replace(/<\/?a\b[^>]*>/g, "");
  return { link, note: first ? `<span class="margin-note" aria-hidden="true">${text}</span>` : "" };
}

/** The works a chapter cites, for its end; "" if it cites none. */
export function referenceList(context: ProseContext): string {
  const items = context.cited
    .flatMap((key) => context.bibliography.get(key) ?? [])
    .map((item) => ({ id: item.id, html: fullReference(item, context.bibliography) }))
    .sort(byName);
  if (items.length === 0) return "";
  const list = items.map(({ id, html }) => `<li id="ref-${id}">${html}</li>`).join("\n");
  return `<section class="references" aria-labelledby="references">
<h2 id="references">${permalink("references", "References")}</h2>
<ul>
${list}
</ul>
</section>`;
}
