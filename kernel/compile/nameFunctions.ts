import type { Node } from "acorn";
import type { CellNames } from "./analyzeNames.ts";
import type { Draft } from "./draft.ts";
import { walk } from "./walk.ts";

/**
 * A function or class without a name takes that of the variable it is assigned to, and of a property it does not. So
 * where the variable has become a property, the name comes from a property's definition, which gives one:
 * `$.f = () => 1` → `$.f = ({ f: () => 1 }).f`.
 */
export function nameFunctions({ program, edit }: Draft, { references }: CellNames): void {
  const inState = new Set(references.map(({ start }) => start));
  const name = (target: Node | null | undefined, value: Node | null | undefined): void => {
    if (target?.type !== "Identifier" || !value || !inState.has(target.start) || !isAnonymous(value)) return;
    const key = (target as Node & { name: string }).name;
    const [open, read] = key === "__proto__" ? [`["${key}"]`, `["${key}"]`] : [key, `.${key}`];
    edit.appendRight(value.start, `({ ${open}: `).appendLeft(value.end, ` })${read}`);
  };
  walk(program, (node) => {
    const { id, init, left, right } = node as Node & Record<"id" | "init" | "left" | "right", Node | null>;
    if (node.type === "VariableDeclarator") name(id, init);
    if (node.type === "AssignmentPattern") name(left, right);
    if (node.type === "AssignmentExpression") {
      const { operator } = node as Node & { operator: string };
      const isParenthesized = left !== null && left.start !== node.start; // `(f) = () => 1` names nothing
      if (/^(?:|\|\||&&|\?\?)=$/.test(operator) && !isParenthesized) name(left, right);
    }
    return true;
  });
}

function isAnonymous(node: Node): boolean {
  if (node.type === "ArrowFunctionExpression") return true;
  const isNamed = (node as Node & { id?: Node | null }).id != null;
  return (node.type === "FunctionExpression" || node.type === "ClassExpression") && !isNamed;
}
