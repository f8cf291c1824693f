import type ts from "typescript";

/** How a later cell gets at a name: by import, or as a variable that it may assign to. */
export type Binding = "import" | "let" | "const";

/** The names a cell declares at its top level, types included, and how later cells see them. */
export function cellNames(file: ts.SourceFile, tsc: typeof ts): Map<string, Binding> {
  const names = new Map<string, Binding>();
  const addPattern = (pattern: ts.BindingName, binding: Binding): void => {
    if (tsc.isIdentifier(pattern)) names.set(pattern.text, binding);
    else
      for (const element of pattern.elements)
        if (!tsc.isOmittedExpression(element)) addPattern(element.name, binding);
  };
  const addVariables = (list: ts.VariableDeclarationList): void => {
    const binding = list.flags & tsc.NodeFlags.Const ? "const" : "let";
    if ((list.flags & tsc.NodeFlags.BlockScoped) === tsc.NodeFlags.Using) return;
    if ((list.flags & tsc.NodeFlags.BlockScoped) === tsc.NodeFlags.AwaitUsing) return;
    for (const { name } of list.declarations) addPattern(name, binding);
  };
  const isVar = (list: ts.VariableDeclarationList): boolean => (list.flags & tsc.NodeFlags.BlockScoped) === 0;
  /** A `var` belongs to the cell from any depth outside functions. */
  const addNestedVars = (node: ts.Node): void => {
    if (tsc.isFunctionLike(node) || tsc.isClassLike(node) || tsc.isModuleDeclaration(node)) return;
    if (tsc.isVariableDeclarationList(node) && isVar(node)) addVariables(node);
    tsc.forEachChild(node, addNestedVars);
  };

  for (const statement of file.statements) {
    if (tsc.isVariableStatement(statement)) addVariables(statement.declarationList);
    else if (tsc.isImportDeclaration(statement)) addImport(statement, names, tsc);
    else if (
      (tsc.isFunctionDeclaration(statement) ||
        tsc.isClassDeclaration(statement) ||
        tsc.isInterfaceDeclaration(statement) ||
        tsc.isTypeAliasDeclaration(statement) ||
        tsc.isEnumDeclaration(statement) ||
        tsc.isModuleDeclaration(statement) ||
        tsc.isImportEqualsDeclaration(statement)) &&
      statement.name &&
      tsc.isIdentifier(statement.name)
    ) {
      names.set(statement.name.text, "import");
    }
    if (!tsc.isVariableStatement(statement)) addNestedVars(statement);
  }
  return names;
}

function addImport(
  { importClause }: ts.ImportDeclaration,
  names: Map<string, Binding>,
  tsc: typeof ts,
): void {
  if (!importClause) return;
  const { name, namedBindings } = importClause;
  if (name) names.set(name.text, "import");
  if (!namedBindings) return;
  if (tsc.isNamespaceImport(namedBindings)) names.set(namedBindings.name.text, "import");
  else for (const element of namedBindings.elements) names.set(element.name.text, "import");
}
