import type { ImportDeclaration, Node } from "acorn";
import type { CellNames } from "./analyzeNames.ts";
import type { Draft } from "./draft.ts";

/**
 * Turns static imports into calls of the host, which puts the imported names into the state.
 *
 * `names` lists [name in the module ("*" for all of it), name in the notebook, whether this cell uses it]:
 * a name that is only a type is not there at run time, which is an error only where a value is needed.
 *
 * @returns the calls: imports run before the rest of the cell
 */
export function rewriteImports(
  { program, edit, host, locate }: Draft,
  { used }: CellNames,
  refuse: (message: string, node: Node) => never,
): string {
  const calls: string[] = [];
  for (const statement of program.body) {
    if (
      statement.type === "ExportAllDeclaration" ||
      (statement.type === "ExportNamedDeclaration" && statement.source)
    ) {
      refuse("A cell cannot re-export a module: import its names instead", statement);
    }
    if (statement.type === "ExportNamedDeclaration" && !statement.declaration)
      edit.remove(statement.start, statement.end);
    if (statement.type !== "ImportDeclaration") continue;
    const names = statement.specifiers.map((specifier) => {
      const local = specifier.local.name;
      if (specifier.type === "ImportNamespaceSpecifier") return ["*", local, used.has(local)];
      if (specifier.type === "ImportDefaultSpecifier") return ["default", local, used.has(local)];
      const { imported } = specifier;
      return [imported.type === "Identifier" ? imported.name : imported.value, local, used.has(local)];
    });
    const { line } = locate(statement);
    const specifier = JSON.stringify(statement.source.value);
    calls.push(
      `await ${host}.load(${specifier}, ${attributes(statement)}, ${JSON.stringify(names)}, ${line}); `,
    );
    edit.remove(statement.start, statement.end);
  }
  return calls.join("");
}

function attributes(statement: ImportDeclaration): string {
  const pairs = statement.attributes.map(({ key, value }) => [
    key.type === "Identifier" ? key.name : key.value,
    value.value,
  ]);
  return JSON.stringify(Object.fromEntries(pairs));
}
