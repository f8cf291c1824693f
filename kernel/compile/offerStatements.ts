import type { Expression } from "acorn";
import type { Draft } from "./draft.ts";
import { lastStatement } from "./lastStatement.ts";

/**
 * Offers the host what a call gives that is a statement of the cell, before the last: `claim(…)` → `made(claim(…))`. Few
 * values ask to be shown there. A call in a loop or a function is not offered: it may be one of a million.
 */
export function offerStatements({ program, code, edit, host }: Draft): void {
  const last = lastStatement(program);
  for (const statement of program.body) {
    if (statement === last || statement.type !== "ExpressionStatement" || !isCall(statement.expression))
      continue;
    edit.appendRight(statement.start, `${host}.made(`);
    edit.appendLeft(code[statement.end - 1] === ";" ? statement.end - 1 : statement.end, ")");
  }
}

const isCall = (expression: Expression): boolean =>
  expression.type === "CallExpression" ||
  (expression.type === "AwaitExpression" && expression.argument.type === "CallExpression");
