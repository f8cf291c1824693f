import type { Node } from "acorn";
import type { Draft } from "./draft.ts";
import { walk } from "./walk.ts";

/**
 * `a<!--b` is a comparison in a module, which a cell is, and the start of a comment in a script, which its
 * compiled form is. A space keeps the first meaning.
 */
export function splitHtmlComments({ program, code, edit }: Draft): void {
  walk(program, (node) => {
    const { operator, right } = node as Node & { operator?: string; right?: Node };
    if (node.type === "BinaryExpression" && operator === "<" && right && code[right.start - 1] === "<")
      edit.appendLeft(right.start, " ");
    return true;
  });
}
