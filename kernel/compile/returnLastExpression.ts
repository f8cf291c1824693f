import type { Draft } from "./draft.ts";
import { lastStatement } from "./lastStatement.ts";

/**
 * Lets the cell give its last expression as `{ value }`. The box keeps a promise a promise:
 * a cell that ends in one shows it, and does not wait for it. The `0,` keeps a function without a name so.
 */
export function returnLastExpression({ program, code, edit }: Draft): void {
  const last = lastStatement(program);
  if (!last) return;
  const isDefault =
    last.type === "ExportDefaultDeclaration" && !/^(Function|Class)Declaration$/.test(last.declaration.type);
  if (last.type !== "ExpressionStatement" && !isDefault) return;
  const start = isDefault ? last.declaration.start : last.start;
  const end = code[last.end - 1] === ";" ? last.end - 1 : last.end;
  edit.appendRight(start, "return { value: (0, ");
  edit.appendLeft(end, ") }");
}
