import type { Node } from "acorn";
import type { CellNames } from "./analyzeNames.ts";
import type { Draft } from "./draft.ts";
import { walk } from "./walk.ts";

/**
 * Turns every use of a notebook name into a property of the state, and `import()` and `import.meta`
 * into the host's.
 */
export function rewriteReferences(
  { program, edit, state, host }: Draft,
  { references }: CellNames,
  refuse: (message: string, node: Node) => never,
): void {
  /** Starts of identifiers whose surroundings decide how they are written. */
  const shorthand = new Set<number>(); // `{ a }` must become `{ a: $.a }`
  const called = new Set<number>(); // `f()` must not get the state as `this`
  const constructed = new Set<number>(); // in `new a()` the parentheses of a check must not be the call's
  const inspected = new Set<number>(); // `typeof a` must not throw for a missing name
  const identifiers = new Map<number, Node>();
  const calls = (target: Node): void => {
    if (target.type === "Identifier") called.add(target.start);
  };

  walk(program, (node) => {
    switch (node.type) {
      case "Identifier":
        identifiers.set(node.start, node);
        break;
      case "Property": {
        const property = node as Node & { shorthand: boolean };
        if (property.shorthand) shorthand.add(node.start);
        break;
      }
      case "CallExpression":
        calls((node as Node & { callee: Node }).callee);
        break;
      case "NewExpression":
        constructed.add(root((node as Node & { callee: Node }).callee).start);
        break;
      case "TaggedTemplateExpression":
        calls((node as Node & { tag: Node }).tag);
        break;
      case "UnaryExpression": {
        const { operator, argument } = node as Node & { operator: string; argument: Node };
        if (operator === "typeof" && argument.type === "Identifier") inspected.add(argument.start);
        break;
      }
      case "ImportExpression":
        edit.update(node.start, node.start + "import".length, `${host}.import`);
        break;
      case "MetaProperty": {
        const { meta } = node as Node & { meta: { name: string } };
        if (meta.name === "import") edit.update(node.start, node.end, `${host}.meta`);
        break;
      }
    }
    return true;
  });

  for (const { name, start, end, checked, early, breaksConst } of references) {
    const node = identifiers.get(start);
    if (!node || node.end !== end) continue;
    if (breaksConst) refuse(`Cannot assign to "${name}": it is a constant of this cell`, node);
    let access = checked ? `${host}.owner("${name}"${early ? ", true" : ""}).${name}` : `${state}.${name}`;
    if (checked && !early && inspected.has(start)) access = `${host}.peek("${name}")`;
    if (called.has(start)) access = `(0, ${access})`;
    else if (checked && constructed.has(start)) access = `(${access})`;
    edit.update(start, end, shorthand.has(start) ? `${name}: ${access}` : access);
  }
}

/** `a` of `a.b.c`. */
function root(node: Node): Node {
  return node.type === "MemberExpression" ? root((node as Node & { object: Node }).object) : node;
}
