/// <reference path="./sucraseParser.d.ts" />
import { TokenType as tt } from "sucrase/dist/parser/tokenizer/types.js";
import type { SourceTokens } from "./sourceTokens.ts";

/**
 * Sucrase takes a member for text, which has no way back from its value to its name, only where a text stands alone.
 * TypeScript reckons: `a = "x" + 1`, `b = a`, a template. And the second part of an enum knows the members of the first.
 *
 * @param at the token `enum`
 * @param known members of the enums before it in the cell
 * @throws {Error} for an enum that Sucrase would give other values than TypeScript
 */
export function checkEnum(tokens: SourceTokens, at: number, known: Map<string, Set<string>>): void {
  const name = tokens.text(at + 1);
  const refuse = (what: string): never => {
    throw new Error(`The enum ${name} has ${what}, which needs the full compiler`);
  };
  const earlier = known.get(name) ?? new Set();
  const members = new Set(earlier);
  known.set(name, members);
  const end = tokens.closing(at + 2) ?? tokens.count;
  const texts = new Set<string>();
  for (let member = at + 3; member < end; ) {
    const first = member + 2;
    const after = endOfMember(tokens, member, end);
    members.add(memberName(tokens, member));
    const isText = tokens.type(first) === tt.string && after === first + 1;
    if (isText) texts.add(memberName(tokens, member));
    else {
      for (let i = first; i < after; i += 1) {
        const type = tokens.type(i);
        const isRead = type === tt.string && [tt.dot, tt.bracketL].includes(tokens.type(i + 1)); // `"abc".length`
        if ((type === tt.string && !isRead) || type === tt.backQuote) refuse("a text that is reckoned");
        if (type === tt.name && earlier.has(tokens.text(i)))
          refuse("a member of its first part in the second");
        if (type === tt.name && texts.has(tokens.text(i))) refuse("a member that is another one's text");
      }
    }
    member = after + 1;
  }
}

const memberName = (tokens: SourceTokens, at: number): string => tokens.text(at).replace(/^["']|["']$/g, "");

/** The comma after a member, or the brace. */
function endOfMember(tokens: SourceTokens, from: number, end: number): number {
  let depth = 0;
  for (let i = from; i < end; i += 1) {
    const type = tokens.type(i);
    if ([tt.parenL, tt.bracketL, tt.braceL, tt.dollarBraceL].includes(type)) depth += 1;
    if ([tt.parenR, tt.bracketR, tt.braceR].includes(type)) depth -= 1;
    if (type === tt.comma && depth === 0) return i;
  }
  return end;
}
