import type * as TypeScript from "typescript";
import type ts from "typescript";
import type { ProjectFault } from "./projectFault.ts";

/** A place in a cell that the type checker has a word on. Lines and columns count from 1. */
export interface CellDiagnostic {
  readonly category: "error" | "warning";
  readonly code: number;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** Length of the marked text in UTF-16 units. */
  readonly length: number;
  /** Another file than the cell that the word is on: the project's options. */
  readonly file?: string;
}

/** Diagnostics that make sense in a file and not in a cell. */
const meaningless: ReadonlySet<number> = new Set([
  1375,
  1378,
  1432, // top-level await outside a module
  6133,
  6192,
  6196,
  6198,
  6199,
  6205, // declared and not used: a later cell may
  7028, // unused label
  2528,
  2323, // exported twice
  1184,
  1233, // modifiers, exports
  7016, // a package without types: it runs, and what it gives is `any`
]);

/** Imports of which the error says more: their packages are looked for by other rules than TypeScript's. */
const toldByTheRun = /^Cannot find module '(?:npm|jsr|https?):/;

/** What TypeScript says of a cell's text, which begins at `offset` in its file. */
export function cellDiagnostics(
  tsc: typeof ts,
  source: string,
  offset: number,
  found: readonly TypeScript.Diagnostic[],
): CellDiagnostic[] {
  return found.flatMap(({ start, length = 0, messageText, code, category }) => {
    const counts = category === tsc.DiagnosticCategory.Error || category === tsc.DiagnosticCategory.Warning;
    if (!counts || start === undefined || start < offset || meaningless.has(code)) return [];
    const message = tsc.flattenDiagnosticMessageText(messageText, "\n");
    if (toldByTheRun.test(message)) return [];
    const before = source.slice(0, start - offset).split("\n");
    const column = (before.at(-1) ?? "").length + 1;
    const kind = category === tsc.DiagnosticCategory.Error ? "error" : "warning";
    return [{ category: kind, code, message, line: before.length, column, length } as const];
  });
}

/** A mistake in the project's options, as a word that goes with the first cell. It stops no cell. */
export function projectDiagnostic({ file, line = 1, code, message }: ProjectFault): CellDiagnostic {
  return { category: "warning", code, message, line, column: 1, length: 0, file };
}
