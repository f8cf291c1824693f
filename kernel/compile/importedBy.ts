import { type LoadTypeScript, stripTypes } from "./stripTypes.ts";
import { walk } from "./walk.ts";

interface Literal {
  readonly type: "Literal";
  readonly value: unknown;
}

/**
 * What a cell imports, as it writes it: by statements, and by `import("…")` of a text. Imports of types are none.
 *
 * @throws {CellSyntaxError} for a cell that cannot be compiled
 * @example importedBy('import { a } from "a"; const b = await import("b")') // => ["a", "b"]
 */
export function importedBy(source: string, loadTypeScript: LoadTypeScript = () => undefined): string[] {
  const found = new Set<string>();
  walk(stripTypes(source, loadTypeScript).program, (node) => {
    const isImport =
      node.type === "ImportDeclaration" ||
      node.type === "ImportExpression" ||
      node.type === "ExportAllDeclaration" ||
      node.type === "ExportNamedDeclaration";
    const { source: from } = node as { source?: Literal | null };
    if (isImport && from?.type === "Literal" && typeof from.value === "string") found.add(from.value);
    return undefined;
  });
  return [...found];
}
