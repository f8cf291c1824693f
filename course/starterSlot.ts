import type * as TypeScript from "typescript";
import { ts } from "../kernel/check/typescript.ts";

/** A place in a starter that waits for an answer. */
export interface StarterSlot {
  /** Name of the function or value that the learner writes. */
  readonly name: string;
  /** Where its declaration begins and ends. */
  readonly start: number;
  readonly end: number;
  /** What stands before, between (by lines) and after its outermost braces. A plain value has none: its tail is the value. */
  readonly head: string;
  readonly inner: readonly string[] | undefined;
  readonly tail: string;
}

/** The comment that marks a place; what follows the words is a hint. */
export const placeholder: RegExp = /\/\/ your (?:code|policy|answer) here(?:[:;,]\s*(.*))?/;

/**
 * Finds the declarations with the comment `// your code here`, in order. Each must be a function, or an object in braces, over
 * several lines, or a plain value in a `let` with the comment behind it.
 *
 * @throws {Error} if there is none
 */
export function starterSlots(source: string): StarterSlot[] {
  const file = parse(source);
  const places = [...source.matchAll(new RegExp(placeholder, "g"))].map(({ index }) => index);
  const slots = places.map((at) => {
    const line = source.lastIndexOf("\n", at) + 1;
    const statement = file.statements.find(
      (found) => found.getStart(file) <= at && (at < found.end || found.end > line),
    );
    return statement && slotOf(source, file, statement);
  });
  const found = slots.filter((slot) => slot !== undefined);
  if (found.length > 0 && found.length === slots.length) return found;
  throw new Error("a starter must hold the comment // your code here, in a declaration");
}

/** The declaration of a name in a solution, in the same form; undefined if there is none. */
export function slotNamed(source: string, name: string): StarterSlot | undefined {
  const file = parse(source);
  const slots = file.statements.map((statement) => slotOf(source, file, statement));
  return slots.find((slot) => slot?.name === name);
}

/**
 * What a solution has beside the declarations of some names, remarks included, and without what the starter gives as well.
 */
export function helpersOf(source: string, names: readonly string[], starter: string): string[] {
  const given = parse(starter);
  const known = new Set(given.statements.map((statement) => statement.getText(given)));
  const file = parse(source);
  const texts = file.statements.map((statement) => {
    if (names.includes(slotOf(source, file, statement)?.name ?? ""))
      return source.slice(statement.getFullStart(), statement.getStart(file));
    return known.has(statement.getText(file)) ? "" : statement.getFullText(file);
  });
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

/** Names that lines declare among themselves, outside functions and blocks in them. */
export function declaredIn(lines: readonly string[]): Set<string> {
  const names = new Set<string>();
  const add = (name: TypeScript.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const part of name.elements) if (!ts.isOmittedExpression(part)) add(part.name);
  };
  for (const statement of parse(lines.join("\n")).statements) {
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) add(name);
    else if ("name" in statement && statement.name) add(statement.name as TypeScript.Identifier);
  }
  return names;
}

function slotOf(
  source: string,
  file: TypeScript.SourceFile,
  statement: TypeScript.Statement,
): StarterSlot | undefined {
  const [name, value] = named(statement);
  if (name === undefined || !value) return undefined;
  const start = statement.getStart(file);
  const isBraced = ts.isBlock(value) || ts.isObjectLiteralExpression(value);
  if (!isBraced) {
    const tail = source.slice(value.getStart(file), value.end);
    return {
      name,
      start,
      end: statement.end,
      head: source.slice(start, value.getStart(file)),
      inner: undefined,
      tail,
    };
  }
  const [open, close] = [value.getStart(file) + 1, value.end - 1];
  const inner = source.slice(open, close).replace(/^\n|\n\s*$/g, "");
  return {
    name,
    start,
    end: statement.end,
    head: source.slice(start, open),
    inner: inner.split("\n"),
    tail: source.slice(close, statement.end),
  };
}

function named(statement: TypeScript.Statement): readonly [name?: string, value?: TypeScript.Node] {
  if (ts.isFunctionDeclaration(statement))
    return statement.name && statement.body ? [statement.name.text, statement.body] : [];
  if (!ts.isVariableStatement(statement)) return [];
  const [declaration] = statement.declarationList.declarations;
  if (!declaration?.initializer || !ts.isIdentifier(declaration.name)) return [];
  return [declaration.name.text, declaration.initializer];
}

const parse = (source: string): TypeScript.SourceFile =>
  ts.createSourceFile("starter.ts", source, ts.ScriptTarget.Latest, true);
