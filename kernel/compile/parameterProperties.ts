/// <reference path="./sucraseParser.d.ts" />
import { TokenType as tt } from "sucrase/dist/parser/tokenizer/types.js";
import type { SourceTokens } from "./sourceTokens.ts";

/**
 * The fields that constructors declare in their parameters: `constructor(private x: number)`. TypeScript declares them
 * first of all in the class, which decides the order of an object's properties.
 *
 * @returns names by the offset behind the brace of their class
 */
export function parameterProperties(
  tokens: SourceTokens,
  modifiers: ReadonlySet<tt>,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  /** For each open brace: the offset behind it, if it is a class's. */
  const braces: (number | undefined)[] = [];
  const classes = new Set<number>();
  for (let at = 0; at < tokens.count; at += 1) {
    const type = tokens.type(at);
    if (tokens.isType(at)) continue;
    const context = tokens.context(at);
    if (type === tt._class && context !== null) classes.add(context);
    if (type === tt.dollarBraceL) braces.push(undefined);
    if (type === tt.braceL)
      braces.push(context !== null && classes.has(context) ? tokens.end(at) : undefined);
    if (type === tt.braceR) braces.pop();
    const before = tokens.type(at - 1);
    if (!modifiers.has(type) || (before !== tt.parenL && before !== tt.comma)) continue;
    let name = at + 1;
    while (modifiers.has(tokens.type(name))) name += 1;
    const home = braces.findLast((brace) => brace !== undefined);
    if (home !== undefined) found.set(home, [...(found.get(home) ?? []), tokens.text(name)]);
  }
  return found;
}
