import { footnote } from "@mdit/plugin-footnote";
import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { type ProseContext, report } from "./context.ts";

type NoteEnv = ProseContext & { noteTexts?: Map<number, string>; footnotes?: unknown };

/**
 * Footnotes as sidenotes; how they are written, `plainNotes.ts` says. Wide pages show a note in the margin, beside its mark; narrow ones
 * and screen readers get the same note folded under the paragraph. CSS shows exactly one of the two, so no
 * script is needed and no reader meets a note twice.
 */
export function sidenotes(md: MarkdownIt): void {
  md.use(footnote);
  md.core.ruler.push("sidenotes", moveNotes);

  md.renderer.rules.footnote_ref = (tokens, i) => {
    const { number, html, isNew } = tokens[i]!.meta as { number: number; html: string; isNew: boolean };
    const mark = `<sup class="note-mark">${number}</sup>`;
    if (!isNew) return mark; // it stands at its first mark
    return `${mark}<span class="margin-note" role="note"><sup aria-hidden="true">${number}</sup> ${html}</span>`;
  };
}

/** Takes the notes from the end of the cell and puts each at its mark and after its block. */
function moveNotes(state: StateCore): void {
  const env = state.env as NoteEnv;
  const texts = takeNotes(state);
  const numbers = new Map<number, number>();
  const out: Token[] = [];
  let waiting: string[] = [];
  for (const token of state.tokens) {
    for (const child of token.children ?? []) {
      if (child.type !== "footnote_ref") continue;
      const id = child.meta.id as number;
      const isNew = !numbers.has(id);
      if (isNew) {
        env.notes += 1;
        numbers.set(id, env.notes);
        refuseOtherNumber(env, String(child.meta.label));
      }
      const number = numbers.get(id) ?? 0;
      const html = texts.get(id) ?? "";
      child.meta = { number, html, isNew };
      if (isNew) waiting.push(foldedNote(number, html));
    }
    out.push(token);
    if (token.level === 0 && token.nesting <= 0 && waiting.length > 0) {
      const block = new state.Token("html_block", "", 0);
      block.content = waiting.join("");
      out.push(block);
      waiting = [];
    }
  }
  state.tokens = out;
  delete env.footnotes; // the next cell of this chapter starts its own
}

/** JupyterLab shows the number as it is typed, and readers of both should meet the same. */
function refuseOtherNumber(env: ProseContext, label: string): void {
  if (!/^\d+$/.test(label) || Number(label) === env.notes) return;
  report(
    env,
    "raw-markdown",
    `note ${label} is the chapter's note ${env.notes}; number notes in the order of their marks`,
  );
}

const foldedNote = (number: number, html: string): string =>
  `<details class="folded-note"><summary>Note ${number}</summary><p>${html}</p></details>\n`;

/** Cuts the block of notes that the footnote plugin puts at the end; each note becomes one run of text. */
function takeNotes(state: StateCore): Map<number, string> {
  const texts = new Map<number, string>();
  const start = state.tokens.findIndex(({ type }) => type === "footnote_block_open");
  if (start === -1) return texts;
  let id = -1;
  for (const token of state.tokens.splice(start)) {
    if (token.type === "footnote_open") id = token.meta.id as number;
    if (token.type !== "inline") continue;
    const children = (token.children ?? []).filter(({ type }) => type !== "footnote_anchor");
    const html = state.md.renderer.render([Object.assign(token, { children })], state.md.options, state.env);
    texts.set(id, texts.has(id) ? `${texts.get(id)}<br>${html}` : html);
  }
  return texts;
}
