/// <reference path="./sucraseParser.d.ts" />
import { TokenType as tt } from "sucrase/dist/parser/tokenizer/types.js";
import type { Token } from "sucrase/dist/types/parser/tokenizer/index.js";

/** Words that begin a statement of types, if a name or a brace follows in the same line. */
const declaring =
  /^(?:type|interface|declare|namespace|module|global|export|import|function|async|abstract)$/;

/** A text and its tokens as Sucrase sees them; a place outside of them is the text's end. */
export class SourceTokens {
  readonly #source: string;
  readonly #tokens: readonly Token[];

  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  get count(): number {
    return this.#tokens.length;
  }

  type(at: number): tt {
    return this.#tokens[at]?.type ?? tt.eof;
  }

  isType(at: number): boolean {
    return this.#tokens[at]?.isType === true;
  }

  start(at: number): number {
    return this.#tokens[at]?.start ?? (at < 0 ? 0 : this.#source.length);
  }

  end(at: number): number {
    return this.#tokens[at]?.end ?? (at < 0 ? 0 : this.#source.length);
  }

  text(at: number): string {
    return this.#source.slice(this.start(at), this.end(at));
  }

  character(offset: number): string {
    return this.#source[offset] ?? "";
  }

  /** What ties the brackets of a class or a function to its head. */
  context(at: number): number | null {
    return this.#tokens[at]?.contextId ?? null;
  }

  /** Whether a new line begins between the end of one token and the start of another. */
  hasLineBreak(from: number, to: number): boolean {
    return /[\n\r\u2028\u2029]/.test(this.#source.slice(this.end(from), this.start(to)));
  }

  /** The last of the types that stand side by side. */
  lastOfRun(first: number): number {
    let last = first;
    while (this.isType(last + 1)) last += 1;
    return last;
  }

  /** Where, among types, a statement begins that is one itself: `x as T⏎type A = 1`. */
  statementWithin(first: number, last: number): number | undefined {
    let depth = 0;
    for (let at = first; at < last; at += 1) {
      const text = this.text(at);
      if (/^(?:[([{<]|\$\{)$/.test(text)) depth += 1;
      else if (/^(?:[)\]}]|>+)$/.test(text)) depth -= text.length;
      else if (depth === 0 && at > first && declaring.test(text) && this.#beginsStatement(at)) return at;
    }
    return undefined;
  }

  /** Where types end in an assertion that begins the next statement: `type A = 1⏎<any>{ a: 1 }`. */
  assertionWithin(first: number, last: number): number | undefined {
    if (!this.text(last).endsWith(">")) return undefined;
    let depth = 0;
    for (let at = last; at > first; at -= 1) {
      const text = this.text(at);
      if (/^>+$/.test(text)) depth += text.length;
      if (text === "<") depth -= 1;
      if (depth > 0) continue;
      const begins = this.hasLineBreak(at - 1, at) || /^[;}]$/.test(this.text(at - 1));
      if (text === "<" && begins) return at;
      if (text !== "<" || this.text(at - 1) !== ">") return undefined; // `<A><B>x` is two of them
    }
    return undefined;
  }

  /** Whether two lists in angle brackets stand side by side: `<A><B>`. */
  hasSecondList(first: number, last: number): boolean {
    let depth = 0;
    for (let at = first; at < last; at += 1) {
      const text = this.text(at);
      if (text === "<") depth += 1;
      if (/^>+$/.test(text)) depth -= text.length;
      if (depth === 0 && this.text(at + 1) === "<") return true;
    }
    return false;
  }

  #beginsStatement(at: number): boolean {
    const isOwnLine = this.hasLineBreak(at - 1, at) || this.type(at - 1) === tt.semi;
    const following = this.text(at + 1);
    return (
      isOwnLine &&
      !this.hasLineBreak(at, at + 1) &&
      /^[\p{ID_Start}$_{"'*]/u.test(following) &&
      !/^(?:extends|is)$/.test(following)
    );
  }

  /** The end of the object that begins here; undefined for anything else. */
  endOfObject(at: number): number | undefined {
    if (this.type(at) !== tt.braceL) return undefined;
    const end = this.closing(at);
    return end === undefined ? undefined : this.end(end);
  }

  /** The brace that belongs to the one here. */
  closing(at: number): number | undefined {
    let depth = 0;
    for (let i = at; i < this.count; i += 1) {
      if (this.isType(i)) continue;
      const token = this.type(i);
      if (token === tt.braceL || token === tt.dollarBraceL) depth += 1;
      else if (token === tt.braceR) depth -= 1;
      if (depth === 0) return i;
    }
    return undefined;
  }
}
