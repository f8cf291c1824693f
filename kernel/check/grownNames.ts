import type ts from "typescript";

/**
 * The variables of a cell whose type TypeScript takes from what is done to them: `const xs = []`, `let x`, `let x = null`.
 * It does so within a file only, so later cells ask for their type at the cell's end.
 */
export function grownNames(file: ts.SourceFile, tsc: typeof ts): string[] {
  const names: string[] = [];
  const isNothing = (value: ts.Expression): boolean =>
    value.kind === tsc.SyntaxKind.NullKeyword || (tsc.isIdentifier(value) && value.text === "undefined");
  const isEmpty = (value: ts.Expression): boolean =>
    tsc.isArrayLiteralExpression(value) && value.elements.length === 0;
  for (const statement of file.statements) {
    if (!tsc.isVariableStatement(statement)) continue;
    const { declarations, flags } = statement.declarationList;
    if (tsc.getCombinedModifierFlags(declarations[0]!) & tsc.ModifierFlags.Ambient) continue;
    const isConst = (flags & tsc.NodeFlags.BlockScoped) === tsc.NodeFlags.Const;
    for (const { name, type, initializer } of declarations) {
      if (type || !tsc.isIdentifier(name)) continue;
      const isOpen = initializer ? isEmpty(initializer) || (!isConst && isNothing(initializer)) : !isConst;
      if (isOpen) names.push(name.text);
    }
  }
  return names;
}
