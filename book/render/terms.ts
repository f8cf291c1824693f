import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import type { Glossary, Term } from "../readGlossary.ts";
import type { ProseContext } from "./context.ts";

/** Where the words are explained. */
export const glossaryFile = "glossary.html";

/** Links the first use of each term of the glossary, in running text of ours, to its explanation: who is quoted meant no term. */
export function terms(md: MarkdownIt): void {
  md.core.ruler.push("terms", (state: StateCore) => {
    const env = state.env as ProseContext;
    const { glossary, termsMet, chapter } = env;
    if (!glossary || !termsMet) return;
    const { byForm, pattern } = formsIn(glossary, chapter.number);
    if (byForm.size === 0) return;
    let quotes = 0;
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "blockquote_open") quotes += 1;
      if (token.type === "blockquote_close") quotes -= 1;
      if (quotes > 0) continue;
      if (token.type !== "inline" || !token.children) continue;
      if (state.tokens[index - 1]?.type === "heading_open") continue;
      token.children = linked(token.children, state, { byForm, pattern, met: termsMet });
    }
  });
}

interface Forms {
  /** The terms by each of their forms, in lower case. */
  readonly byForm: ReadonlyMap<string, Term>;
  /** Any of the forms, as a whole word. */
  readonly pattern: RegExp;
}

interface Search extends Forms {
  /** By id; those found are added. */
  readonly met: Set<string>;
}

function linked(children: readonly Token[], state: StateCore, search: Search): Token[] {
  let links = 0;
  return children.flatMap((token) => {
    if (token.type === "link_open") links += 1;
    if (token.type === "link_close") links -= 1;
    return token.type === "text" && links === 0 ? split(token, state, search) : [token];
  });
}

/** A text token, cut at the terms in it that the page has not met. */
function split(token: Token, state: StateCore, { byForm, pattern, met }: Search): Token[] {
  const text = token.content;
  const cut: Token[] = [];
  const say = (type: string, nesting: -1 | 0 | 1, content = ""): Token => {
    const made = new state.Token(type, type === "text" ? "" : "a", nesting);
    made.content = content;
    cut.push(made);
    return made;
  };
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const term = byForm.get(found[0].toLowerCase());
    if (!term || met.has(term.id)) continue;
    met.add(term.id);
    if (found.index > from) say("text", 0, text.slice(from, found.index));
    const open = say("link_open", 1);
    open.attrSet("class", "term");
    open.attrSet("id", `use-${term.id}`);
    open.attrSet("href", `${glossaryFile}#${term.id}`);
    say("text", 0, found[0]);
    say("link_close", -1);
    from = found.index + found[0].length;
  }
  if (from === 0) return [token];
  if (from < text.length) say("text", 0, text.slice(from));
  return cut;
}

const forms = new WeakMap<Glossary, Map<number | undefined, Forms>>();

/** The forms that a chapter may use. A pattern of hundreds of words is slow to make, and the same for each paragraph. */
function formsIn(glossary: Glossary, chapter: number | undefined): Forms {
  const known = forms.get(glossary) ?? new Map<number | undefined, Forms>();
  forms.set(glossary, known);
  const made = known.get(chapter) ?? formsOf(glossary, chapter);
  known.set(chapter, made);
  return made;
}

function formsOf({ terms }: Glossary, chapter = 0): Forms {
  const own = terms.filter(({ chapters }) => chapters?.includes(chapter) ?? true);
  const byForm = new Map(
    own.flatMap((term) => term.forms.map((form) => [form.toLowerCase(), term] as const)),
  );
  return { byForm, pattern: patternOf([...byForm.keys()]) };
}

/** Longer forms first, so that "effective size" is not taken for "size"; a term is a whole word. */
function patternOf(forms: readonly string[]): RegExp {
  const escaped = forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join("|")})(?![\\p{L}\\p{N}-])`, "giu");
}
