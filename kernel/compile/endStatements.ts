import type { Draft } from "./draft.ts";
import { walk } from "./walk.ts";

const ended: ReadonlySet<string> = new Set([
  "ExpressionStatement",
  "VariableDeclaration",
  "ReturnStatement",
  "ThrowStatement",
  "BreakStatement",
  "ContinueStatement",
  "DebuggerStatement",
  "DoWhileStatement",
]);

/**
 * Writes the semicolons that the cell left out. Other passes begin statements with a parenthesis,
 * which would otherwise call whatever ended the line before.
 */
export function endStatements({ program, code, edit }: Draft): void {
  walk(program, (node, parent) => {
    const isLoopHead = node.type === "VariableDeclaration" && parent?.type.startsWith("For") === true;
    if (ended.has(node.type) && !isLoopHead && code[node.end - 1] !== ";") edit.appendLeft(node.end, ";");
    return true;
  });
}
