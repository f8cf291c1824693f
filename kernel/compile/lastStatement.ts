import type { Program } from "acorn";

type Statement = Program["body"][number];

/** The statement that a cell ends in; what a type leaves behind is none. */
export const lastStatement = ({ body }: Program): Statement | undefined =>
  body.findLast((statement) => !isRest(statement));

/** What a type leaves behind: an empty statement, or TypeScript's `export {}`. */
function isRest(statement: Statement): boolean {
  if (statement.type === "EmptyStatement") return true;
  if (statement.type !== "ExportNamedDeclaration") return false;
  return !statement.declaration && !statement.source && statement.specifiers.length === 0;
}
