import { magicWord } from "../compile/magicWord.ts";
import { sourceExcerpt } from "../session/sourceExcerpt.ts";
import type { CellDiagnostic } from "./cellDiagnostics.ts";
import { showDiagnostics } from "./showDiagnostics.ts";
import { isOfGrammar } from "./untoldFindings.ts";

/** An error as the protocol carries it, in a reply and among the outputs. */
export interface ProtocolError {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/**
 * Why a cell that must have no type error does not run.
 *
 * @param found what the checker says; undefined if it could not look, which is no leave to run
 * @returns undefined if the cell may run
 */
export function typeRefusal(
  source: string,
  found: readonly CellDiagnostic[] | undefined,
): ProtocolError | undefined {
  const ename = "TypeScriptError";
  if (!found) {
    const evalue =
      "Cannot check the cell, so it does not run: the type checker has stopped. " +
      "Restart the kernel, or begin the cell with // types: off";
    return { ename, evalue, traceback: [`${ename}: ${evalue}`] };
  }
  const first = found.find(({ category }) => category === "error");
  if (!first) return undefined;
  const evalue = `${first.message} (TS${first.code}, line ${first.line})`;
  const word = magicWord(source, first.line);
  // Where a cell cannot be read, whatever else is found comes of that.
  const others = isOfGrammar(first) ? [] : found.filter((finding) => finding !== first);
  const more = others.length === 0 ? [] : [String(showDiagnostics(source, others)["text/plain"])];
  return {
    ename,
    evalue,
    traceback: [
      `${ename}: ${evalue}`,
      sourceExcerpt(source, first),
      ...(word === undefined ? [] : [word]),
      ...more,
    ],
  };
}
