import { createHighlighterCoreSync } from "@shikijs/core";
import { createJavaScriptRegexEngine } from "@shikijs/engine-javascript";
import typescript from "@shikijs/langs/typescript";
import dark from "@shikijs/themes/github-dark-high-contrast";
import light from "@shikijs/themes/github-light-high-contrast";
import { contentHash } from "../cache.ts";
import { escapeHtml } from "./escapeHtml.ts";

/** Turns source text into spans with one class per pair of colours. */
export interface Highlight {
  (code: string): string;
  /** Rules for the classes handed out so far. */
  css(): string;
  /** Results so far, to start the next build with. */
  known(): Record<string, string>;
}

const themes = { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } as const;

/**
 * TypeScript highlighting at build time. Both high-contrast themes keep every token at 4.5:1 or more;
 * a token carries one short class instead of two inline colours, which halves the markup. No line is given up for
 * taking long: on a busy machine that would change the bytes of a page.
 *
 * @param known results of an earlier build: code to HTML
 */
export function createHighlight(known: Readonly<Record<string, string>>): Highlight {
  const used: Record<string, string> = {};
  const fresh = (code: string): string =>
    load()
      .codeToTokensWithThemes(code, { lang: "typescript", themes, tokenizeTimeLimit: 0 })
      .map((line) =>
        line
          .map(({ content, variants }) => {
            const colours = `${variants.light?.color ?? ""} ${variants.dark?.color ?? ""}`.toLowerCase();
            if (content.trim() === "" || colours === plainColours) return escapeHtml(content);
            return `<span class="${className(colours)}">${escapeHtml(content)}</span>`;
          })
          .join(""),
      )
      .join("\n");

  const highlight = (code: string): string => {
    const html = used[code] ?? known[code] ?? fresh(code);
    used[code] = html;
    return html.replace(named, (_, colours: string) => `class="${shortName(colours)}"`);
  };
  return Object.assign(highlight, { css: () => cssOf(Object.values(used)), known: () => used });
}

const load = once(() =>
  createHighlighterCoreSync({
    langs: [typescript],
    themes: [light, dark],
    engine: createJavaScriptRegexEngine(),
  }),
);

/** The colours of plain text in the two themes: what the code block sets anyway. */
const plainColours = "#0e1116 #f0f3f6";

/** The two colours are the class name, so a class means the same on every page and in every build. */
const className = (colours: string): string => `c${colours.replace(/[# ]/g, "")}`;
const named = /class="c([0-9a-f]{12})"/g;

/** As pages have it: a chapter names a thousand tokens. */
function shortName(colours: string): string {
  const name = shortNames.get(colours) ?? `c${contentHash(colours, 3)}`;
  shortNames.set(colours, name);
  return name;
}
const shortNames = new Map<string, string>();

function cssOf(pages: readonly string[]): string {
  const names = new Set(pages.flatMap((html) => [...html.matchAll(named)].map((m) => m[1] ?? "")));
  if (new Set([...names].map(shortName)).size < names.size)
    throw new Error("Cannot highlight: each pair of colours must have a short name of its own");
  return [...names]
    .sort()
    .map((name) => `.${shortName(name)}{color:light-dark(#${name.slice(0, 6)},#${name.slice(6)})}`)
    .join("\n");
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Name of the highlighter's version, for cache keys. */
export const highlightVersion: string = contentHash(
  [themes, plainColours, typescript.length, "no time limit"],
  8,
);
