import type ts from "typescript";
import { type Declared, declaredIn } from "./declarations.ts";
import type { Part } from "./library.ts";
import type { Syntax } from "./syntax.ts";

export type Callable = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/**
 * The parameters as the header explains them, with their types; what it leaves out follows without words.
 *
 * @param explained what the header says; a name may lead into an object: `options.size`
 */
export function describeParameters(
  syntax: Syntax,
  { parameters }: Callable,
  explained: readonly { readonly name: string; readonly text: string }[],
  source: ts.SourceFile,
  all: ReadonlyMap<string, Declared>,
): { params: Part[]; stale: string[] } {
  const { typescript, print } = syntax;
  const scope: Scope = { syntax, all, own: declaredIn(typescript, source) };
  const named = new Map(parameters.map((each) => [each.name.getText(), each]));
  // Headers call an object "options" if it is taken apart and has no name of its own, or whatever its name is.
  const says = (root: string): boolean => explained.some(({ name }) => name.split(".")[0] === root);
  const apart = parameters.find(({ name }) => !typescript.isIdentifier(name));
  const unnamed = apart ?? (says("options") && !named.has("options") ? parameters.at(-1) : undefined);

  const parts = explained.map(({ name, text }): Part => {
    const [root = "", ...path] = name.split(".");
    const parameter = named.get(root) ?? unnamed;
    const type = parameter?.type && typeAt(parameter.type, path, scope);
    // Where the members follow, each with its type, the whole would say it twice.
    if (explained.some((each) => each.name.startsWith(`${name}.`))) return { name, text, type: "" };
    const value = path.length === 0 && parameter !== unnamed ? parameter?.initializer : undefined;
    return { name, text, type: type ? `${print(type)}${value ? ` = ${print(value)}` : ""}` : "" };
  });
  const rest = parameters.filter((each) => each !== unnamed && !says(each.name.getText()));
  const others = rest.map(({ name, type }) => ({
    name: name.getText(),
    text: "",
    type: type ? print(type) : "",
  }));
  const stale = explained
    .map(({ name }) => name)
    .filter((name) => !unnamed && !named.has(name.split(".")[0] ?? ""));
  return { params: [...parts, ...others], stale };
}

interface Scope {
  readonly syntax: Syntax;
  /** What the library exports, and what the file declares for itself. */
  readonly all: ReadonlyMap<string, Declared>;
  readonly own: ReadonlyMap<string, Declared>;
}

/** The type of `options.size` in the type of `options`, through intersections and types that have a name. */
function typeAt(type: ts.TypeNode, path: readonly string[], scope: Scope): ts.TypeNode | undefined {
  const { typescript } = scope.syntax;
  if (path.length === 0) return type;
  if (typescript.isTypeLiteralNode(type)) return memberAt(type.members, path, scope);
  if (typescript.isParenthesizedTypeNode(type)) return typeAt(type.type, path, scope);
  if (typescript.isIntersectionTypeNode(type) || typescript.isUnionTypeNode(type)) {
    return firstOf(type.types, (each) => typeAt(each, path, scope));
  }
  if (!typescript.isTypeReferenceNode(type)) return undefined;
  const [argument] = type.typeArguments ?? [];
  const sees = /^(?:Readonly|Partial|Required|Pick|Omit|NoInfer)$/.test(type.typeName.getText());
  return sees && argument ? typeAt(argument, path, scope) : namedAt(type.typeName.getText(), path, scope);
}

function namedAt(name: string, path: readonly string[], scope: Scope): ts.TypeNode | undefined {
  const { typescript } = scope.syntax;
  const target = scope.own.get(name) ?? scope.all.get(name);
  return firstOf(target?.nodes ?? [], (node) => {
    if (typescript.isTypeAliasDeclaration(node)) return typeAt(node.type, path, scope);
    if (!typescript.isInterfaceDeclaration(node)) return undefined;
    const parents = (node.heritageClauses ?? []).flatMap(({ types }) => [...types]);
    return (
      memberAt(node.members, path, scope) ??
      firstOf(parents, ({ expression }) => namedAt(expression.getText(), path, scope))
    );
  });
}

function memberAt(
  members: readonly ts.TypeElement[],
  path: readonly string[],
  scope: Scope,
): ts.TypeNode | undefined {
  const [key, ...rest] = path;
  const member = members.find(({ name }) => name?.getText() === key);
  const type = member && scope.syntax.typescript.isPropertySignature(member) ? member.type : undefined;
  return type && typeAt(type, rest, scope);
}

function firstOf<T, R>(items: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
