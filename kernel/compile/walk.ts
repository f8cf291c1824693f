import type { Node } from "acorn";

/** Called for every node; `false` keeps the walk out of its children. */
type Visit = (node: Node, parent: Node | undefined) => boolean | undefined;

/** Visits every node of a tree, a parent before its children. */
export function walk(node: Node, visit: Visit, parent?: Node): void {
  if (visit(node, parent) === false) return;
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const child of value) if (isNode(child)) walk(child, visit, node);
    } else if (isNode(value)) {
      walk(value, visit, node);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}
