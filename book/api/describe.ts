import type ts from "typescript";
import type { Declared } from "./declarations.ts";
import { docComment } from "./docComment.ts";
import type { LibraryExport } from "./library.ts";
import { describeMembers } from "./members.ts";
import { type Callable, describeParameters } from "./parameters.ts";
import { type Syntax, variable } from "./syntax.ts";
import { wrapCode } from "./wrapCode.ts";

/** Turns the declaration of an export into what its entry shows. */
export function describe(
  syntax: Syntax,
  declared: Declared,
  all: ReadonlyMap<string, Declared>,
): Omit<LibraryExport, "module"> {
  const { name, own, file, nodes } = declared;
  const { print, comment } = syntax;
  const doc = docComment(nodes.map(comment).find((text) => text !== "") ?? "");

  const functions = nodes.flatMap((node) => functionOf(syntax, node, own) ?? []);
  // Of an overloaded function, the implementation is nobody's business.
  const bodiless = functions.filter(({ body }) => body === undefined);
  const callable = bodiless.length > 0 ? bodiless : functions;
  const members = nodes.flatMap((node) => describeMembers(syntax, node, own));
  const lists = declared.lists ?? [];
  const listed = lists.length > 0 || members.some(({ text }) => text !== "");

  const signatures =
    callable.length > 0
      ? callable.map((each) => functionHead(syntax, each, name))
      : nodes.map((node) => headOf(syntax, node, own, listed));
  const last = callable.at(-1);
  return {
    name,
    kind: last === undefined && nodes.some((node) => isType(syntax, node)) ? "type" : "value",
    ...{ file, doc, lists },
    signature: signatures.map((each) => wrapCode(each)).join("\n"),
    ...(last
      ? describeParameters(syntax, last, doc.params, declared.source, all)
      : { params: [], stale: [] }),
    returns: last?.type ? print(last.type) : "",
    members: listed ? members : [],
  };
}

const isType = ({ typescript }: Syntax, node: ts.Node): boolean =>
  typescript.isInterfaceDeclaration(node) || typescript.isTypeAliasDeclaration(node);

function functionOf(syntax: Syntax, node: ts.Node, name: string): Callable | undefined {
  const { typescript } = syntax;
  if (typescript.isFunctionDeclaration(node)) return node;
  const value = variable(syntax, node, name)?.initializer;
  const isFunction = value && (typescript.isArrowFunction(value) || typescript.isFunctionExpression(value));
  return isFunction ? value : undefined;
}

function functionHead({ typescript, print }: Syntax, node: Callable, name: string): string {
  const isAsync = node.modifiers?.some(({ kind }) => kind === typescript.SyntaxKind.AsyncKeyword);
  const generic = node.typeParameters ? `<${node.typeParameters.map(print).join(", ")}>` : "";
  const type = node.type ? `: ${print(node.type)}` : "";
  const head = `${isAsync ? "async " : ""}function${node.asteriskToken ? "*" : ""} ${name}`;
  return `${head}${generic}(${node.parameters.map(print).join(", ")})${type}`;
}

/** A declaration that is no function; without its members if they are listed below it. */
function headOf(syntax: Syntax, node: ts.Node, name: string, listed: boolean): string {
  const { typescript, print } = syntax;
  if (typescript.isExportDeclaration(node)) return `const ${name}`;
  const constant = variable(syntax, node, name);
  if (constant) {
    if (listed) return `const ${name}`;
    if (constant.type) return `const ${name}: ${print(constant.type)}`;
    return `const ${name}${constant.initializer ? ` = ${print(constant.initializer)}` : ""}`;
  }
  const text = print(node)
    .replace(/^export (?:declare )?/, "")
    .replace(/;$/, "");
  if (typescript.isClassDeclaration(node)) return text.slice(0, text.indexOf(" {"));
  if (!listed) return text;
  if (typescript.isTypeAliasDeclaration(node)) return text.slice(0, text.indexOf(" ="));
  const [first] = typescript.isInterfaceDeclaration(node) ? node.members : [];
  return first ? text.slice(0, text.lastIndexOf(" {", text.indexOf(print(first).replace(/;$/, "")))) : text;
}
