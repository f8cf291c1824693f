import type * as TypeScript from "typescript";
import { ts } from "../kernel/check/typescript.ts";

/** The place in a starter that waits for an answer. */
export interface StarterSlot {
  /** Name of the function or value that the learner writes. */
  readonly name: string;
  /** Where its declaration begins and ends. */
  readonly start: number;
  readonly end: number;
  /** What stands between its outermost braces, by lines. */
  readonly head: string;
  readonly inner: readonly string[];
  readonly tail: string;
}

/** The comment that marks the place; what follows the words is a hint. */
export const placeholder: RegExp = /\/\/ your (?:code|policy) here(?:[:;,]\s*(.*))?/;

/**
 * Finds the declaration with the comment `// your code here`. It must be a function, or a constant that is an object
 * in braces, over several lines.
 *
 * @throws {Error} if there is no such place
 */
export function starterSlot(source: string): StarterSlot {
  const at = placeholder.exec(source)?.index;
  if (at === undefined) throw new Error("a starter must hold the comment // your code here");
  const file = parse(source);
  const statement = file.statements.find((found) => found.getStart(file) <= at && at < found.end);
  const slot = statement && slotOf(source, file, statement);
  if (!slot) throw new Error("// your code here must stand in a function or in an object in braces");
  return slot;
}

/** The declaration of a name in a solution, in the same form; undefined if there is none. */
export function slotNamed(source: string, name: string): StarterSlot | undefined {
  const file = parse(source);
  const slots = file.statements.map((statement) => slotOf(source, file, statement));
  return slots.find((slot) => slot?.name === name);
}

/**
 * What a solution has beside the declaration of a name, remarks included, and without what the starter gives as well.
 */
export function helpersOf(source: string, name: string, starter: string): string[] {
  const given = parse(starter);
  const known = new Set(given.statements.map((statement) => statement.getText(given)));
  const file = parse(source);
  const texts = file.statements.map((statement) => {
    if (slotOf(source, file, statement)?.name === name)
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
  const [name, braces] = namedBraces(statement);
  if (name === undefined || !braces) return undefined;
  const start = statement.getStart(file);
  const [open, close] = [braces.getStart(file) + 1, braces.end - 1];
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

function namedBraces(
  statement: TypeScript.Statement,
): readonly [name?: string | undefined, braces?: TypeScript.Node | undefined] {
  if (ts.isFunctionDeclaration(statement)) return [statement.name?.text, statement.body];
  if (!ts.isVariableStatement(statement)) return [];
  const [declaration] = statement.declarationList.declarations;
  if (!declaration || !ts.isIdentifier(declaration.name)) return [];
  const value = declaration.initializer;
  return [declaration.name.text, value && ts.isObjectLiteralExpression(value) ? value : undefined];
}

const parse = (source: string): TypeScript.SourceFile =>
  ts.createSourceFile("starter.ts", source, ts.ScriptTarget.Latest, true);
