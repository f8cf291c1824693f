/// <reference path="./sucraseParser.d.ts" />
import { parse } from "sucrase/dist/parser/index.js";
import { isTopLevelDeclaration } from "sucrase/dist/parser/tokenizer/index.js";
import { TokenType as tt } from "sucrase/dist/parser/tokenizer/types.js";
import type { Token } from "sucrase/dist/types/parser/tokenizer/index.js";
import { SourceTokens } from "./sourceTokens.ts";

/** What a cell's types, of which compiling leaves nothing, have to do with the names of the notebook. */
export interface TypeUses {
  /** Names that a type of another cell may stand on: of interfaces and aliases, and those of values. */
  readonly declares: ReadonlySet<string>;
  /** Names in its types that it does not declare; some are the language's. */
  readonly uses: ReadonlySet<string>;
}

/**
 * Finds the names in the types of a cell: `Point` in `const p: Point = { x: 1 }`, `p` in `type Q = typeof p`.
 *
 * @param source well-formed; of what Sucrase cannot read, each word is taken for a use
 * @example [...typeUses("interface Row { at: Point }").uses] // => ["Point"]
 */
export function typeUses(source: string): TypeUses {
  let found: readonly Token[];
  try {
    found = parse(source, false, true, false).tokens;
  } catch {
    return wordsOf(source);
  }
  const tokens = new SourceTokens(source, found);
  const textsOf = (isWanted: (token: Token, at: number) => boolean): string[] =>
    found.flatMap((token, at) => (isWanted(token, at) ? [tokens.text(at)] : []));
  const declares = new Set(textsOf(isTopLevelDeclaration));
  const names = textsOf((token, at) => isTypeName(token) && !isLabel(tokens, at));
  return { declares, uses: new Set(names.filter((name) => !declares.has(name))) };
}

/** Whether it is a name in a type that neither declares nor begins anything there: no member, no `interface`. */
const isTypeName = ({ type, isType, identifierRole }: Token): boolean =>
  type === tt.name && isType && identifierRole === null;

/** Whether a name in a type is that of a parameter, an element or an export: `(x: number) => [mean: Space.Inner]`. */
const isLabel = (tokens: SourceTokens, at: number): boolean =>
  tokens.type(at - 1) === tt.dot || /^\??:$/.test(labelEnd(tokens, at));

/** What follows a name that stands where a label may stand. */
function labelEnd(tokens: SourceTokens, at: number): string {
  if (!/^(?:[([{,;]|\.\.\.)$/.test(tokens.text(at - 1))) return "";
  const next = tokens.text(at + 1);
  return next === "?" ? next + tokens.text(at + 2) : next;
}

function wordsOf(source: string): TypeUses {
  const found = source.matchAll(/^(?:export\s+)?(?:interface|type|class|enum)\s+([\w$]+)/gm);
  const declares = new Set([...found].map(([, name = ""]) => name));
  const words = source.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
  return { declares, uses: new Set(words.filter((word) => !declares.has(word))) };
}
