import { CellSyntaxError } from "../../kernel/compile/cellSyntaxError.ts";
import { compileCell } from "../../kernel/compile/compileCell.ts";
import { packCell } from "../../kernel/compile/portableCell.ts";
import type { CompiledAnswer } from "./host/asks.ts";

/**
 * Compiles a student's cells here, where the compiler is warm: in a process that has just begun it takes longer than the
 * cells do.
 *
 * @param names those that the first cell finds; the others are taken to find what those before them declare, too
 */
export function compileAnswers(
  cells: readonly { readonly id: string; readonly source: string }[],
  names: readonly string[],
): CompiledAnswer[] {
  const found = new Set(names);
  return cells.map(({ id, source }) => {
    const known = [...found];
    try {
      const compiled = compileCell(source, { known: new Set(known) });
      for (const name of compiled.declared.keys()) found.add(name);
      return { id, source, known, compiled: packCell(compiled) };
    } catch (error) {
      const { message } = error as Error;
      if (!(error instanceof CellSyntaxError)) return { id, source, known, compiled: { message } };
      const { line, column } = error;
      return { id, source, known, compiled: { message, at: { line, column } } };
    }
  });
}
