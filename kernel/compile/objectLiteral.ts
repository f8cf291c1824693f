/** A cell that is one object literal, in the parentheses that make it an expression. */
export interface WrappedLiteral {
  readonly source: string;
  /** Offset in the cell before which the parenthesis stands. */
  readonly start: number;
}

const blankOrComment = /(?:\s+|\/\/.*|\/\*[\s\S]*?\*\/)/y;

/**
 * `{ a: 1 }` alone in a cell means the object, as in every console, and not a block with a label.
 * The parentheses tell the parser; whether they hold an object, it finds out.
 *
 * @returns undefined for a cell that does not begin and end with braces
 */
export function wrapObjectLiteral(source: string): WrappedLiteral | undefined {
  let start = 0;
  blankOrComment.lastIndex = 0;
  while (blankOrComment.test(source)) start = blankOrComment.lastIndex;
  const end = /\}[\s;]*$/.exec(source)?.index;
  if (source[start] !== "{" || end === undefined) return undefined;
  return { source: `${source.slice(0, start)}(${source.slice(start, end + 1)})`, start };
}
