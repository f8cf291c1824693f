import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { report } from "./context.ts";

const opening = /^\*\*(Note|Tip|Important|Warning|Caution)\.\*\*\s+/;

/**
 * Marked blocks in a form that every host shows, JupyterLab too, which knows no `[!NOTE]`: a quotation that begins with
 * `**Note.**`, or another of GitHub's five words.
 */
export function plainAlerts(md: MarkdownIt): void {
  md.core.ruler.after("block", "plain_alerts", (state: StateCore) => {
    for (const { type, content } of state.tokens) {
      if (type !== "alert_title") continue;
      const word = content.charAt(0).toUpperCase() + content.slice(1).toLowerCase();
      report(
        state.env,
        "raw-markdown",
        `JupyterLab shows [!${content}] as it is typed; write > **${word}.** …`,
      );
    }
    for (const [i, token] of state.tokens.entries()) {
      const inline = state.tokens[i + 2];
      const [all = "", word] = (inline?.type === "inline" && opening.exec(inline.content)) || [];
      if (token.type !== "blockquote_open" || token.level > 0 || !inline || word === undefined) continue;
      inline.content = inline.content.slice(all.length);
      asAlert(state, i, word);
    }
  });
}

function asAlert(state: StateCore, start: number, word: string): void {
  const { tokens } = state;
  const open = tokens[start] as Token;
  const close = tokens.find(
    ({ type, level }, i) => i > start && type === "blockquote_close" && level === open.level,
  );
  for (const token of [open, close as Token]) {
    token.type = token.type.replace("blockquote", "alert");
    token.tag = "div";
  }
  open.attrJoin("class", `markdown-alert markdown-alert-${word.toLowerCase()}`);
  const title = Object.assign(new state.Token("alert_title", "", 0), { content: word, block: true });
  tokens.splice(start + 1, 0, title);
}
