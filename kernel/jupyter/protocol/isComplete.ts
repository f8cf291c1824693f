import { CellSyntaxError } from "../../compile/cellSyntaxError.ts";
import { stripTypes } from "../../compile/stripTypes.ts";

export interface Completeness {
  readonly status: "complete" | "incomplete" | "invalid";
  /** With `incomplete`: what the next line may begin with. */
  readonly indent?: string;
}

/** Whether a text is a whole cell, the beginning of one, or neither: a console asks after Enter. */
export function isComplete(source: string): Completeness {
  const text = source.trimEnd();
  const lines = text.split("\n");
  try {
    // With an empty line more, an error at the end of the text is told from one at its last character.
    stripTypes(`${text}\n\n`, () => undefined);
    return { status: "complete" };
  } catch (error) {
    if (!(error instanceof CellSyntaxError)) throw error;
    const lastLine = lines.at(-1) ?? "";
    const isOpen = error.line > lines.length || /^Unterminated (?:template|comment)/.test(error.message);
    return isOpen ? { status: "incomplete", indent: indentAfter(lastLine) } : { status: "invalid" };
  }
}

function indentAfter(line: string): string {
  const own = /^\s*/.exec(line)?.[0] ?? "";
  return /[{([]\s*$/.test(line) ? `${own}  ` : own;
}
