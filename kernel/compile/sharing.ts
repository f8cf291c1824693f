import type { Node, Program } from "acorn";
import { walk } from "./walk.ts";

type Fields = Node & Record<string, unknown>;

/** Methods of the language's own objects that change the object. */
const changers = new Set(
  `push pop shift unshift splice sort reverse fill copyWithin set add delete clear append
   setTime setDate setMonth setFullYear setHours setMinutes setSeconds setMilliseconds next return throw`.split(
    /\s+/,
  ),
);
/** Methods that give back the object, or things that it holds. */
const givers = new Set(
  `at get find findLast pop shift values entries keys filter slice splice concat flat sort reverse fill
   toSorted toReversed toSpliced subarray push add set`.split(/\s+/),
);
/** Of `Object` and `Reflect`: change their first argument; and give back what it holds. */
const staticChangers = new Set([
  "assign",
  "defineProperty",
  "defineProperties",
  "setPrototypeOf",
  "set",
  "deleteProperty",
]);
const staticGivers = new Set(["values", "entries", "assign", "freeze", "from", "of", "fromEntries"]);

/** The identifiers that an expression's value may be, or be a part of. */
export function parts(node: Node | null | undefined): Node[] {
  if (!node) return [];
  const of = node as Fields;
  const each = (...names: string[]): Node[] =>
    names.flatMap((name) => [of[name]].flat() as (Node | null)[]).flatMap(parts);
  switch (node.type) {
    case "Identifier":
      return [node];
    case "MemberExpression":
      return each("object");
    case "ConditionalExpression":
      return each("consequent", "alternate");
    case "LogicalExpression":
      return each("left", "right");
    case "AssignmentExpression":
    case "AssignmentPattern":
      return each("left", "right");
    case "SequenceExpression":
      return parts((of.expressions as Node[]).at(-1));
    case "AwaitExpression":
    case "YieldExpression":
    case "SpreadElement":
    case "RestElement":
      return each("argument");
    case "ChainExpression":
      return each("expression");
    case "ArrayExpression":
    case "ArrayPattern":
      return each("elements");
    case "ObjectExpression":
    case "ObjectPattern":
      return each("properties");
    case "Property":
      return each("value");
    case "VariableDeclaration":
      return each("declarations");
    case "VariableDeclarator":
      return each("id");
    case "NewExpression": // new Map(pairs) holds what it is made from
      return each("arguments");
    case "CallExpression": {
      const { object, method } = methodOf(of);
      if (object === undefined) return [];
      if (isStatic(object)) return staticGivers.has(method) ? each("arguments") : [];
      return givers.has(method) ? [...parts(object), ...(method === "concat" ? each("arguments") : [])] : [];
    }
    default:
      return [];
  }
}

/** What this node makes share a value: `a` and `b` of `a = b`, of `for (a of b)`, of `b.map((a) => …)`. */
export function sharedBy(node: Node): Node[] {
  const of = node as Fields;
  switch (node.type) {
    case "VariableDeclarator":
      return of.init ? [of.id as Node, of.init as Node] : [];
    case "AssignmentExpression":
    case "AssignmentPattern":
      return [of.left as Node, of.right as Node];
    case "ForOfStatement":
      return [of.left as Node, of.right as Node];
    case "CallExpression": {
      const { object, method } = methodOf(of);
      const given = of.arguments as Node[];
      if (object === undefined) return [];
      if (isStatic(object)) return staticChangers.has(method) ? given : [];
      const params = given.flatMap((each) => (isFunction(each) ? ((each as Fields).params as Node[]) : []));
      return [object, ...params, ...(changers.has(method) ? given : [])];
    }
    default:
      return [];
  }
}

/** The expressions whose values this node changes from inside: `a` of `a.b = 1`, of `a.push(1)`, of `delete a.b`. */
export function changedBy(node: Node): Node[] {
  const of = node as Fields;
  switch (node.type) {
    case "AssignmentExpression":
    case "ForOfStatement":
    case "ForInStatement":
      return membersIn(of.left as Node);
    case "UpdateExpression":
      return membersIn(of.argument as Node);
    case "UnaryExpression":
      return of.operator === "delete" ? membersIn(of.argument as Node) : [];
    case "CallExpression": {
      const { object, method } = methodOf(of);
      if (object === undefined) return [];
      if (isStatic(object)) return staticChangers.has(method) ? (of.arguments as Node[]).slice(0, 1) : [];
      return changers.has(method) ? [object] : [];
    }
    default:
      return [];
  }
}

/** The functions of a cell, with the name that each has at once: its own, or that of the constant it is given to. */
export function functionsIn(program: Program): { start: number; end: number; name?: string }[] {
  const found: { start: number; end: number; name?: string }[] = [];
  walk(program, (node, parent) => {
    if (!isFunction(node)) return true;
    const named =
      (node as Fields).id ?? (parent?.type === "VariableDeclarator" ? (parent as Fields).id : undefined);
    const name = (named as { name?: string } | undefined)?.name;
    found.push({ start: node.start, end: node.end, ...(name ? { name } : {}) });
    return true;
  });
  return found;
}

function methodOf(call: Fields): { object?: Node; method: string } {
  const callee = call.callee as Fields;
  if (callee.type === "ChainExpression") return methodOf({ ...call, callee: callee.expression } as Fields);
  if (callee.type !== "MemberExpression") return { method: "" };
  const property = callee.property as Node & { name?: string; value?: unknown };
  const method = callee.computed ? String(property.value ?? "") : (property.name ?? "");
  return { object: callee.object as Node, method };
}

const isStatic = (node: Node): boolean =>
  node.type === "Identifier" &&
  ["Object", "Reflect", "Array"].includes((node as Node & { name: string }).name);
const isFunction = (node: Node): boolean => /^(Function|ArrowFunction)/.test(node.type);

/** The member expressions that a target of an assignment is or holds, each by what it is a member of. */
function membersIn(target: Node): Node[] {
  const of = target as Fields;
  switch (target.type) {
    case "MemberExpression":
      return [of.object as Node];
    case "ArrayPattern":
      return (of.elements as (Node | null)[]).flatMap((each) => (each ? membersIn(each) : []));
    case "ObjectPattern":
      return (of.properties as Fields[]).flatMap((each) => membersIn((each.value ?? each) as Node));
    case "AssignmentPattern":
      return membersIn(of.left as Node);
    case "RestElement":
      return membersIn(of.argument as Node);
    default:
      return [];
  }
}
