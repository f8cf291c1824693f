/// <reference path="./sucraseParser.d.ts" />
import MagicString from "magic-string";
import { parse } from "sucrase/dist/parser/index.js";
import { TokenType as tt } from "sucrase/dist/parser/tokenizer/types.js";
import { checkEnum } from "./checkEnum.ts";
import { parameterProperties } from "./parameterProperties.ts";
import { SourceTokens } from "./sourceTokens.ts";

const modifiers: ReadonlySet<tt> = new Set([
  tt._public,
  tt._protected,
  tt._private,
  tt._abstract,
  tt._readonly,
  tt._override,
  tt._declare,
  tt._static,
]);
/** After these nothing stands that an erased statement could have ended, or a semicolon would be wrong. */
const noEnd: ReadonlySet<tt> = new Set([
  tt.braceL,
  tt.parenL,
  tt.comma,
  tt.semi,
  tt._export,
  tt._default,
  tt._import,
  ...modifiers,
]);
/** In a line of their own these go on with the line before. */
const joining: ReadonlySet<tt> = new Set([tt.parenL, tt.bracketL, tt.backQuote]);
/** Before `<` these end an expression: what follows is no assertion. */
const ends: ReadonlySet<tt> = new Set([tt.name, tt.bracketR, tt._class, tt._function]);
/** Words after which a type may follow directly, and that mean something else before a line break. */
const half = /^(?:get|set|static)$/;

/** Without any of these there is nothing to mark: most cells, which are spared a second reading. */
const mayNeedMarks =
  /\b(?:type|interface|declare|abstract|public|private|protected|readonly|override|static|get|set|enum|class|namespace|module|global|satisfies)\b|\bas\b(?!\s+[\p{ID_Continue}$]+\s+from\b)|\bimport\s+[\p{ID_Continue}$]+\s*=|<[^<]*>|[\p{ID_Continue}$]!(?=[\p{ID_Continue}$.])/u;

/**
 * Marks, in the text of a cell, what would change its meaning as types are taken out of it. Erasing a type also erases
 * the end of a statement that it was, the line break that ended an `as`, or the gap between two operators; what
 * stood apart would then be read together. So `;`, blanks and parentheses are written first.
 *
 * @returns the edits; undefined where none is needed
 * @throws {Error} where it cannot be done with such marks, or the text is not well-formed
 */
export function fenceTypes(source: string): MagicString | undefined {
  if (!mayNeedMarks.test(source)) return undefined;
  const tokens = new SourceTokens(source, parse(source, false, true, false).tokens);
  const edit = new MagicString(source);
  const enums = new Map<string, Set<string>>();
  for (let i = 0; i < tokens.count; i += 1) {
    const type = tokens.type(i);
    if (tokens.isType(i)) {
      const last = tokens.lastOfRun(i);
      fenceRun(tokens, edit, i, last);
      i = last;
    } else if (modifiers.has(type) || isModuleWord(tokens, i)) {
      endBefore(tokens, edit, i);
      if (type === tt._import) fenceAlias(tokens, edit, i);
    } else if (type === tt.nonNullAssertion) {
      keepApart(tokens, edit, i, i);
    } else if (/^>+$/.test(tokens.text(i)) && /^(?:as|satisfies)$/.test(tokens.text(i + 1))) {
      throw new Error("`f<T> as U` needs the full compiler"); // Sucrase takes it for two comparisons
    } else if (type === tt._enum) {
      checkEnum(tokens, i, enums);
    }
  }
  for (const [brace, names] of parameterProperties(tokens, modifiers))
    edit.appendLeft(brace, names.map((name) => ` ${name};`).join(""));
  return edit.hasChanged() ? edit : undefined;
}

/** Types from one token to another, all of which go. */
function fenceRun(tokens: SourceTokens, edit: MagicString, first: number, last: number): void {
  const word = tokens.text(first);
  const next = last + 1;
  keepApart(tokens, edit, first, last);
  fenceInnerStatements(tokens, edit, first, last);
  if (word === "as" || word === "satisfies") {
    if (joining.has(tokens.type(next)) && tokens.hasLineBreak(last, next))
      edit.appendLeft(tokens.end(last), ";");
    bareTarget(tokens, edit, first - 1, next);
  } else if (word === "<") {
    const follows = ends.has(tokens.type(first - 1)) || tokens.type(first - 1) === tt.parenR;
    if (follows && tokens.hasSecondList(first, last))
      throw new Error("`f<T>` before `<` needs the full compiler"); // two comparisons, for TypeScript
    if (!ends.has(tokens.type(first - 1))) {
      fenceAssertion(tokens, edit, first, next);
      bareTarget(tokens, edit, next, next + 1, first);
    } else if (/^[+\-<>]$/.test(tokens.text(next))) {
      throw new Error("`f<T>` before an operator needs the full compiler"); // two comparisons, for TypeScript
    }
  } else if (word === ":" || word === "?" || word === "!") {
    const isName = half.test(tokens.text(first - 1)) && !/^[=,;)}]/.test(tokens.text(next));
    // Two: what stands last may be a member of types, and takes one with it.
    if (isName && tokens.hasLineBreak(last, next)) edit.appendLeft(tokens.end(last), ";;");
  } else if (word !== "implements" && word !== "this") {
    endBefore(tokens, edit, first);
  }
}

/** Statements that begin among types and are erased with them. */
function fenceInnerStatements(tokens: SourceTokens, edit: MagicString, first: number, last: number): void {
  const statement = tokens.statementWithin(first, last);
  if (statement !== undefined) edit.appendLeft(tokens.start(statement), ";");
  const assertion = tokens.assertionWithin(first, last);
  if (assertion === undefined) return;
  edit.appendLeft(tokens.start(assertion), ";");
  fenceAssertion(tokens, edit, assertion, last + 1);
}

/** `(f as T) = () => 1` names the function, as TypeScript sees it; parentheses that stay would not. */
function bareTarget(
  tokens: SourceTokens,
  edit: MagicString,
  name: number,
  closing: number,
  first = name,
): void {
  const isTarget =
    tokens.type(name) === tt.name &&
    tokens.type(first - 1) === tt.parenL &&
    tokens.type(closing) === tt.parenR &&
    (tokens.type(closing + 1) === tt.eq || tokens.type(closing + 1) === tt.assign);
  if (!isTarget || (!tokens.isType(first - 2) && ends.has(tokens.type(first - 2)))) return;
  for (const at of [first - 1, closing]) edit.update(tokens.start(at), tokens.end(at), " ");
}

/** `<T>x`: after `return` a line break would cut x off; at a statement's start an object would become a block. */
function fenceAssertion(tokens: SourceTokens, edit: MagicString, first: number, next: number): void {
  const before = tokens.type(first - 1);
  if (tokens.hasLineBreak(first - 1, next)) {
    if (before === tt._yield) throw new Error("`yield <T>` before a line break needs the full compiler");
    if (before === tt._return || before === tt._throw) edit.appendLeft(tokens.start(first), " 0,");
  }
  const end = tokens.endOfObject(next);
  if (end !== undefined) edit.appendRight(tokens.start(next), "(").appendLeft(end, ")");
}

/** `import a = b.c` becomes a declaration without its end. */
function fenceAlias(tokens: SourceTokens, edit: MagicString, at: number): void {
  if (tokens.type(at + 2) !== tt.eq) return;
  let last = at + 3;
  while (tokens.type(last + 1) === tt.dot) last += 2;
  if (joining.has(tokens.type(last + 1)) && tokens.hasLineBreak(last, last + 1))
    edit.appendLeft(tokens.end(last), ";");
}

/** `import` and `export` as statements: those of types go with all they are. */
function isModuleWord(tokens: SourceTokens, at: number): boolean {
  const type = tokens.type(at);
  if (type === tt._export) return true;
  return type === tt._import && tokens.type(at + 1) !== tt.parenL && tokens.type(at + 1) !== tt.dot;
}

/** Ends what stands before a token that goes. */
function endBefore(tokens: SourceTokens, edit: MagicString, at: number): void {
  if (at > 0 && !noEnd.has(tokens.type(at - 1))) edit.appendLeft(tokens.start(at), ";");
}

/** A blank where two words or operators would grow into one: `typeof<T>x`, `-<T>-x`, `a!in b`. */
function keepApart(tokens: SourceTokens, edit: MagicString, first: number, last: number): void {
  const before = tokens.character(tokens.start(first) - 1);
  const after = tokens.character(tokens.end(last));
  const grows = /^(?:[\p{ID_Continue}$]{2}|([+\-/<>&|=*?])\1|\d\.)$/u.test(before + after);
  if (grows) edit.appendLeft(tokens.end(last), " ");
}
