import type { CellFailure } from "../session/describeFailure.ts";
import type { CellDiagnostic } from "./cellDiagnostics.ts";

/** What a cell's error says of it. */
export type Told = Pick<CellFailure, "name" | "message" | "position">;

/** Codes of what TypeScript says of an import that fails: no such module, no such export. */
const ofImports: ReadonlySet<number> = new Set([
  1192, 1259, 2305, 2306, 2307, 2613, 2614, 2724, 2732, 2792, 2834, 2835, 2882, 7016,
]);

/** TypeScript numbers what is no TypeScript at all, by its grammar, from 1000 to 1999. */
export const isOfGrammar = ({ code }: CellDiagnostic): boolean => code >= 1000 && code < 2000;

/** The findings on a cell that its error has not told already: one mistake is told once. */
export function untoldFindings(
  found: readonly CellDiagnostic[],
  told: Told | undefined,
): readonly CellDiagnostic[] {
  if (!told) return found;
  // Of a cell that cannot be read, whatever else is said comes of that.
  if (told.name === "SyntaxError" && found.some(isOfGrammar)) return [];
  const missing = /^ReferenceError$/.test(told.name)
    ? /^([\p{ID_Continue}$]+) is not defined/u.exec(told.message)?.[1]
    : undefined;
  return found.filter((finding) => {
    if (missing !== undefined && finding.message.startsWith(`Cannot find name '${missing}'`)) return false;
    if (!told.position || finding.line !== told.position.line) return true;
    const { column } = told.position;
    const isThere = column >= finding.column && column <= finding.column + finding.length;
    return !isThere && !ofImports.has(finding.code);
  });
}
