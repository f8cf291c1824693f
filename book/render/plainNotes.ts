import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { type Context, report } from "./context.ts";

type NoteEnv = Context & { footnotes?: { refs?: Record<string, number> } };

/** A paragraph that is a note, in small print. */
const note = /^<small><sup>(\d+)<\/sup>\s+([\s\S]*?)\s*<\/small>$/;

/** Code, which is passed over, or a mark. */
const codeOrMark = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|<sup>(\d+)<\/sup>/g;

/**
 * Notes in a form that every host shows, JupyterLab too, which knows no `[^1]`: a mark `<sup>1</sup>` in the text, and in
 * the same cell a paragraph `<small><sup>1</sup> The note.</small>`. From here on they are footnotes.
 */
export function plainNotes(md: MarkdownIt): void {
  md.core.ruler.after("block", "plain_notes", asFootnotes);
  md.core.ruler.after("inline", "raw_notes", reportRaw);
}

function asFootnotes(state: StateCore): void {
  const env = state.env as NoteEnv;
  for (const label of Object.keys(env.footnotes?.refs ?? {})) refuse(env, `[^${label.slice(1)}]:`);
  const refs: Record<string, number> = {};
  const { tokens } = state;
  for (let i = 0; i < tokens.length; i++) {
    const [open, inline, close] = tokens.slice(i, i + 3);
    const [, number, text = ""] = (inline?.type === "inline" && note.exec(inline.content)) || [];
    if (!open || !inline || !close || open.type !== "paragraph_open" || open.level > 0) continue;
    if (number === undefined) continue;
    refs[`:${number}`] = -1; // as the footnote rules write "not met yet"
    inline.content = text;
    const meta = { label: number };
    const before = Object.assign(new state.Token("footnote_reference_open", "", 1), { meta });
    tokens.splice(i, 3, before, open, inline, close, new state.Token("footnote_reference_close", "", -1));
    i += 4;
  }
  if (Object.keys(refs).length === 0) return;
  env.footnotes = { refs: { ...env.footnotes?.refs, ...refs } };
  for (const token of tokens) {
    if (token.type !== "inline") continue;
    token.content = token.content.replace(codeOrMark, (all, _ticks, number) =>
      `:${number}` in refs ? `[^${number}]` : all,
    );
  }
}

/** What is left of notes that JupyterLab would show as they are typed, and notes that no mark leads to. */
function reportRaw({ env, tokens }: StateCore): void {
  for (const [label, id] of Object.entries((env as NoteEnv).footnotes?.refs ?? {}))
    if (id < 0)
      report(
        env,
        "raw-markdown",
        `no mark leads to note ${label.slice(1)}; write <sup>${label.slice(1)}</sup> in its cell`,
      );
  for (const child of tokens.flatMap((token: Token) => token.children ?? [])) {
    if (child.type === "footnote_ref" && child.meta.label === undefined) refuse(env, "^[…]");
    const [raw] = (child.type === "text" && /\[\^[^\]\s]+\]/.exec(child.content)) || [];
    if (raw !== undefined) refuse(env, raw);
  }
}

const refuse = (env: NoteEnv, form: string): void =>
  report(
    env,
    "raw-markdown",
    `JupyterLab shows ${form} as it is typed; write <sup>1</sup> at the mark and a paragraph <small><sup>1</sup> …</small> below`,
  );
