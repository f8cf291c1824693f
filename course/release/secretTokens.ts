import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ts } from "../../kernel/check/typescript.ts";
import type { Cell } from "../../kernel/notebook/notebook.ts";
import { nbgraderOf } from "../source/nbgraderCell.ts";
import type { SourceNotebook } from "../source/readSource.ts";
import { takeRegions } from "../source/takeRegions.ts";

/** What would tell of a solution, a hidden test or a mark scheme, with where each stands. */
export interface Secrets {
  /** Identifiers and numbers, of six characters or more. */
  readonly words: ReadonlyMap<string, string>;
  /** Lines, strings and remarks, of twelve characters or more. */
  readonly phrases: ReadonlyMap<string, string>;
}

const shortestWord = 6;
const shortestPhrase = 12;

/** Identifiers and numbers as they stand in any text. */
export const wordPattern: RegExp = /[\p{ID_Start}_$][\p{ID_Continue}$]*|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/gu;

/**
 * What stands in solutions, hidden tests and mark schemes alone: neither in what students get to read, nor in what they
 * have anyway, such as the language and the course's packages.
 *
 * @param known texts that students have anyway
 */
export function secretTokens(notebooks: readonly SourceNotebook[], known: readonly string[]): Secrets {
  const open = [
    ...notebooks.flatMap(({ manifest }) => manifest.release.cells.map(({ source }) => source)),
    ...known,
  ];
  const openWords = new Set(languageWords());
  for (const { manifest } of notebooks)
    for (const text of manifest.release.cells.flatMap(namesOf))
      for (const [word] of text.matchAll(wordPattern)) openWords.add(word);
  for (const text of open) for (const [word] of text.matchAll(wordPattern)) openWords.add(word);
  const openText = open.map(plain).join("\n");
  const words = new Map<string, string>();
  const phrases = new Map<string, string>();
  for (const { name, where, text, isCode } of notebooks.flatMap(secretTexts)) {
    const place = `${where} of ${name}`;
    const found = isCode ? codeTokens(text) : proseTokens(text);
    for (const word of found.words)
      if (word.length >= shortestWord && !openWords.has(word) && !words.has(word)) words.set(word, place);
    for (const phrase of found.phrases.map(plain))
      if (
        phrase.length >= shortestPhrase &&
        /\p{L}/u.test(phrase) &&
        !openText.includes(phrase) &&
        !phrases.has(phrase)
      )
        phrases.set(phrase, place);
  }
  return { words, phrases };
}

/** What an author calls a cell, and says of it for readers: its words are no secret, a secret's whole line still is. */
function namesOf({ id, metadata }: Cell): string[] {
  const genloss = Object.values((metadata.genloss ?? {}) as object).filter(
    (value) => typeof value === "string",
  );
  const { grade_id: gradeId } = (metadata.nbgrader ?? {}) as { grade_id?: unknown };
  return [id, String(gradeId ?? ""), ...genloss];
}

/** Code without its remarks: a word that only a remark uses is no name that students know. */
export const withoutRemarks = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

/** Secrets that do not stand in these texts either. */
export function notIn({ words, phrases }: Secrets, texts: readonly string[]): Secrets {
  const known = new Set(texts.flatMap((text) => [...text.matchAll(wordPattern)].map(([word]) => word)));
  const joined = texts.map(plain).join("\n");
  return {
    words: new Map([...words].filter(([word]) => !known.has(word))),
    phrases: new Map([...phrases].filter(([phrase]) => !joined.includes(phrase))),
  };
}

/** Blanks count once, wherever they stand. */
export const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

interface SecretText {
  readonly name: string;
  readonly where: string;
  readonly text: string;
  readonly isCode: boolean;
}

function secretTexts({ notebook }: SourceNotebook): SecretText[] {
  return notebook.cells.flatMap((cell): SecretText[] => {
    const found = nbgraderOf(cell);
    const name = found?.gradeId || cell.id;
    const isCode = cell.cell_type === "code";
    const regions = takeRegions(cell.source, "SOLUTION").inside;
    const solution = found?.solution && regions.length === 0 ? [cell.source] : regions;
    return [
      ...solution.map((text) => ({ name, where: "the solution", text, isCode })),
      ...takeRegions(cell.source, "HIDDEN TESTS").inside.map((text) => ({
        name,
        where: "a hidden test",
        text,
        isCode,
      })),
      ...takeRegions(cell.source, "MARK SCHEME").inside.map((text) => ({
        name,
        where: "the mark scheme",
        text,
        isCode: false,
      })),
    ];
  });
}

interface Tokens {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

/** Identifiers and numbers of code; its lines, strings and remarks whole, since their words are anybody's. */
function codeTokens(code: string): Tokens {
  const words: string[] = [];
  const phrases = code.split("\n");
  const visit = (node: import("typescript").Node): void => {
    if (ts.isIdentifier(node) || ts.isNumericLiteral(node)) words.push(node.getText(file));
    else if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) phrases.push(node.text);
    ts.forEachChild(node, visit);
  };
  // A part of a function, too, parses well enough to find its names: nothing is lost of what stands in it.
  const file = ts.createSourceFile("secret.ts", code, ts.ScriptTarget.Latest, true);
  visit(file);
  for (const [, remark = ""] of code.matchAll(/\/\/\s*(.*)$/gm)) phrases.push(remark);
  return { words, phrases };
}

/** Of words in sentences only those count that are no ordinary ones: with an inner capital, a digit or an underscore. */
function proseTokens(text: string): Tokens {
  const words = [...text.matchAll(wordPattern)]
    .map(([word]) => word)
    .filter((word) => /^\d|.[\p{Lu}\d_]/u.test(word));
  return { words, phrases: text.split("\n").map((line) => line.replace(/^[\s*#>-]+/, "")) };
}

let language: readonly string[] | undefined;

/** Names of the language itself: TypeScript's declarations of it, and what every session has. */
function languageWords(): readonly string[] {
  if (language) return language;
  const folder = dirname(createRequire(import.meta.url).resolve("typescript"));
  const files = readdirSync(folder).filter((name) => /^lib\.(?:es|decorators).*\.d\.ts$/.test(name));
  const words = new Set(Object.getOwnPropertyNames(globalThis));
  for (const name of files) {
    const text = withoutRemarks(readFileSync(join(folder, name), "utf8"));
    for (const [word] of text.matchAll(wordPattern)) words.add(word);
  }
  language = [...words];
  return language;
}
