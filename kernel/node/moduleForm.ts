import type ts from "typescript";

/** What a file's text shows it to be. */
export interface ModuleForm {
  /** It imports or exports as ES modules do. */
  readonly isModule: boolean;
  /** It awaits at its top or has `import.meta`, which no other form of module can. */
  readonly mustBeModule: boolean;
  /** It has `import x = require("y")`. */
  readonly hasImportEquals: boolean;
}

/** Looks at a parsed file for what tells ES modules and CommonJS apart. */
export function moduleForm(file: ts.SourceFile, tsc: typeof ts): ModuleForm {
  const isExported = (statement: ts.Statement): boolean =>
    tsc.canHaveModifiers(statement) &&
    (tsc.getModifiers(statement)?.some(({ kind }) => kind === tsc.SyntaxKind.ExportKeyword) ?? false);
  const exports = file.statements.some(
    (statement) =>
      tsc.isExportDeclaration(statement) ||
      (tsc.isExportAssignment(statement) && !statement.isExportEquals) ||
      isExported(statement),
  );
  const imports = file.statements.some(tsc.isImportDeclaration);
  return {
    isModule: exports || imports,
    mustBeModule: hasOwnSyntax(file, tsc),
    hasImportEquals: file.statements.some(tsc.isImportEqualsDeclaration),
  };
}

/** Whether a file has `import.meta`, or an `await` outside functions. */
function hasOwnSyntax(file: ts.SourceFile, tsc: typeof ts): boolean {
  if (!/\bawait\b|\bimport\s*\.\s*meta\b/.test(file.text)) return false;
  const has = (node: ts.Node, isTop: boolean): boolean => {
    if (tsc.isMetaProperty(node)) return node.keywordToken === tsc.SyntaxKind.ImportKeyword;
    if (isTop && (tsc.isAwaitExpression(node) || (tsc.isForOfStatement(node) && node.awaitModifier)))
      return true;
    const isTopWithin = isTop && !tsc.isFunctionLike(node) && !tsc.isClassStaticBlockDeclaration(node);
    return tsc.forEachChild(node, (child) => has(child, isTopWithin) || undefined) ?? false;
  };
  return has(file, true);
}
