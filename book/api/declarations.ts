import { posix } from "node:path";
import type ts from "typescript";
import type { TypeScript } from "./syntax.ts";

/** A name that a module offers, with the statements that declare it: more than one if it is overloaded. */
export interface Declared {
  readonly name: string;
  /** What its own file calls it. */
  readonly own: string;
  /** The file that declares it, not the one that passes it on. */
  readonly file: string;
  readonly source: ts.SourceFile;
  readonly nodes: readonly ts.Node[];
  /** What a registry lists: `export * as it from` a module. */
  readonly lists?: readonly string[];
}

/**
 * What a module exports, through `export * from` and `export { … } from` as far as they lead inside the project.
 * Syntax is enough: exports of the library carry their types (`isolatedDeclarations`).
 *
 * @param files texts by path
 */
export function declarations(
  typescript: TypeScript,
  files: ReadonlyMap<string, string>,
  entry: string,
): Declared[] {
  const parsed = new Map<string, ts.SourceFile>();
  const parse = (file: string): ts.SourceFile => {
    const known = parsed.get(file);
    if (known) return known;
    const options = { languageVersion: typescript.ScriptTarget.Latest };
    const source = typescript.createSourceFile(file, files.get(file) ?? "", options, true);
    parsed.set(file, source);
    return source;
  };

  const exportsOf = (file: string, seen: ReadonlySet<string>): Map<string, Declared> => {
    const found = new Map<string, Declared>();
    if (seen.has(file) || !files.has(file)) return found;
    const source = parse(file);
    for (const statement of source.statements) {
      if (typescript.isExportDeclaration(statement)) {
        const target = statement.moduleSpecifier as ts.StringLiteral | undefined;
        const from = target ? posix.join(posix.dirname(file), target.text) : file;
        const offered = target ? exportsOf(from, new Set([...seen, file])) : declaredIn(typescript, source);
        const { exportClause } = statement;
        if (exportClause && typescript.isNamespaceExport(exportClause)) {
          const name = exportClause.name.text;
          const lists = [...offered.values()]
            .filter((each) => !isType(typescript, each))
            .map((each) => each.name);
          found.set(name, { name, own: name, file: from, source, nodes: [statement], lists });
        }
        for (const [name, declared] of chosen(typescript, statement, offered)) found.set(name, declared);
      }
    }
    for (const [name, declared] of declaredIn(typescript, source)) {
      if (declared.nodes.some((node) => isExported(typescript, node))) found.set(name, declared);
    }
    return found;
  };
  return [...exportsOf(entry, new Set()).values()];
}

/** What an export statement takes of what it could: everything, or the names it lists, under the names it gives. */
function chosen(
  typescript: TypeScript,
  { exportClause }: ts.ExportDeclaration,
  offered: ReadonlyMap<string, Declared>,
): [string, Declared][] {
  if (!exportClause) return [...offered];
  if (!typescript.isNamedExports(exportClause)) return [];
  return exportClause.elements.flatMap(({ name, propertyName }): [string, Declared][] => {
    const declared = offered.get((propertyName ?? name).text);
    return declared ? [[name.text, { ...declared, name: name.text }]] : [];
  });
}

/** Every name that a file declares at its top, exported or not. */
export function declaredIn(typescript: TypeScript, source: ts.SourceFile): Map<string, Declared> {
  const found = new Map<string, Declared>();
  const add = (name: string, node: ts.Node): void => {
    const nodes = [...(found.get(name)?.nodes ?? []), node];
    found.set(name, { name, own: name, file: source.fileName, source, nodes });
  };
  for (const statement of source.statements) {
    if (typescript.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) add(name.getText(source), statement);
    } else if (
      typescript.isFunctionDeclaration(statement) ||
      typescript.isClassDeclaration(statement) ||
      typescript.isInterfaceDeclaration(statement) ||
      typescript.isTypeAliasDeclaration(statement) ||
      typescript.isEnumDeclaration(statement)
    ) {
      if (statement.name) add(statement.name.text, statement);
    }
  }
  return found;
}

const isType = (typescript: TypeScript, { nodes }: Declared): boolean =>
  nodes.every((node) => typescript.isInterfaceDeclaration(node) || typescript.isTypeAliasDeclaration(node));

const isExported = (typescript: TypeScript, node: ts.Node): boolean =>
  typescript.canHaveModifiers(node) &&
  (typescript.getModifiers(node) ?? []).some(({ kind }) => kind === typescript.SyntaxKind.ExportKeyword);
