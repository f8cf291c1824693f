import type ts from "typescript";
import { docComment } from "./docComment.ts";
import type { Part } from "./library.ts";
import { type Syntax, variable } from "./syntax.ts";

/** The members of an interface, a class, an object type, or a constant with one. */
export function describeMembers(syntax: Syntax, node: ts.Node, name: string): Part[] {
  const { typescript } = syntax;
  if (typescript.isInterfaceDeclaration(node) || typescript.isClassDeclaration(node)) {
    return [...node.members].flatMap((member) => describeMember(syntax, member));
  }
  if (typescript.isTypeAliasDeclaration(node) && typescript.isTypeLiteralNode(node.type)) {
    return node.type.members.flatMap((member) => describeMember(syntax, member));
  }
  const { type, initializer } = variable(syntax, node, name) ?? {};
  if (!type || !typescript.isTypeLiteralNode(type)) return [];
  const values =
    initializer && typescript.isObjectLiteralExpression(initializer) ? initializer.properties : [];
  return type.members.flatMap((member) => {
    // The comments of a constant's properties may stand with their values.
    const value = values.find((each) => each.name?.getText() === member.name?.getText());
    return describeMember(syntax, member, value);
  });
}

function describeMember(
  { typescript, print, comment }: Syntax,
  member: ts.TypeElement | ts.ClassElement,
  value?: ts.Node,
): Part[] {
  const { name } = member;
  // Symbols and private members are nothing for a reader.
  if (name && (typescript.isComputedPropertyName(name) || typescript.isPrivateIdentifier(name))) return [];
  const doc = docComment(comment(member) || (value ? comment(value) : ""));
  const text = doc.text.replace(/\s*\n\s*/g, " ");
  if (typescript.isPropertySignature(member) || typescript.isPropertyDeclaration(member)) {
    const mark = member.questionToken ? "?" : "";
    return [{ name: `${member.name.getText()}${mark}`, type: member.type ? print(member.type) : "", text }];
  }
  if (typescript.isConstructorDeclaration(member)) {
    return [{ name: `new (${member.parameters.map(print).join(", ")})`, type: "", text }];
  }
  if (typescript.isMethodSignature(member)) {
    const head = `${member.name.getText()}${member.questionToken ? "?" : ""}`;
    const generic = member.typeParameters ? `<${member.typeParameters.map(print).join(", ")}>` : "";
    const parameters = member.parameters.map(print).join(", ");
    return [{ name: `${head}${generic}(${parameters})`, type: member.type ? print(member.type) : "", text }];
  }
  if (typescript.isCallSignatureDeclaration(member) || typescript.isIndexSignatureDeclaration(member)) {
    return [{ name: print(member).replace(/;$/, ""), type: "", text }];
  }
  return [];
}
