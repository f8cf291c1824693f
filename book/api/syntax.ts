import type ts from "typescript";

export type TypeScript = typeof ts;

/** TypeScript with what reading a declaration needs of it; loaded only when the library has changed. */
export interface Syntax {
  readonly typescript: TypeScript;
  /** A node in one line, without comments. */
  print(node: ts.Node): string;
  /** The header comment before a node; "" if there is none. */
  comment(node: ts.Node): string;
}

export function createSyntax(typescript: TypeScript): Syntax {
  const printer = typescript.createPrinter({ removeComments: true });
  return {
    typescript,
    print: (node) =>
      printer
        .printNode(typescript.EmitHint.Unspecified, node, node.getSourceFile())
        .replace(/\s+/g, " ")
        .replace(/;? }/g, " }")
        .replace(/,( ?[)}\]])/g, "$1")
        .replace(/\[ (.*?) \]/g, "[$1]"),
    comment: (node) => {
      const { text } = node.getSourceFile();
      return (
        (typescript.getLeadingCommentRanges(text, node.pos) ?? [])
          .map(({ pos, end }) => text.slice(pos, end))
          .findLast((each) => each.startsWith("/**")) ?? ""
      );
    },
  };
}

/** The one variable of this name in a statement. */
export const variable = (
  { typescript }: Syntax,
  node: ts.Node,
  name: string,
): ts.VariableDeclaration | undefined =>
  typescript.isVariableStatement(node)
    ? node.declarationList.declarations.find((each) => each.name.getText() === name)
    : undefined;
