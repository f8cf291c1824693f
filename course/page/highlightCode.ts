import { createCssVariablesTheme, createHighlighterCoreSync, type HighlighterCore } from "@shikijs/core";
import { createJavaScriptRegexEngine } from "@shikijs/engine-javascript";
import typescript from "@shikijs/langs/typescript";
import { type Html, html, markup } from "./html.ts";

/** Characters beyond which code is shown without colours: one answer may not keep a page waiting. */
const longest = 20_000;

/** And of one line: in a longer one the grammar may look back and forth without end. */
const longestLine = 1000;

/** Time for one line, in ms: the rest of a line that takes longer stays without colours. */
const lineMs = 1000;

let made: HighlighterCore | undefined;

function highlighter(): HighlighterCore {
  if (made) return made;
  made = createHighlighterCoreSync({
    langs: [typescript],
    themes: [createCssVariablesTheme({ name: "classes" })],
    engine: createJavaScriptRegexEngine(),
  });
  // The first line ever compiles the grammar, and would run out of its time.
  made.codeToTokensBase("const first: number = 1;", {
    lang: "typescript",
    theme: "classes",
    tokenizeTimeLimit: 0,
  });
  return made;
}

/** TypeScript with a class for each kind of token; `page.css` has their colours. */
export function highlightCode(code: string): Html {
  if (code.length > longest || code.split("\n").some((line) => line.length > longestLine))
    return html`${code}`;
  const lines = highlighter().codeToTokensBase(code, {
    lang: "typescript",
    theme: "classes",
    tokenizeTimeLimit: lineMs,
  });
  return markup(
    lines
      .map((line) =>
        line
          .map(({ content, color = "" }) => {
            // The theme's colours are `var(--shiki-token-keyword)`: the name is all that is wanted.
            const kind = /^var\(--shiki-(token-[a-z-]+)\)$/.exec(color)?.[1];
            return String(kind ? html`<span class="${kind}">${content}</span>` : html`${content}`);
          })
          .join(""),
      )
      .join("\n"),
  );
}
