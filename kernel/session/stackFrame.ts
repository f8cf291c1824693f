/** One line of an error's stack. */
export interface StackFrame {
  /** The function; "" for the code of a file itself. */
  readonly callee: string;
  /** File, or what the compiled cell is called. */
  readonly location: string;
  readonly line: number;
  readonly column: number;
}

const v8 =
  /^\s*at (?:(?:async )?(.*?) \()?((?:async )?(?:cell[: ]|file:|node:|https?:|blob:|[/\\…]|[A-Za-z]:\\|<anonymous>).*?):(\d+):(\d+)\)?$/;
/** Firefox and Safari. */
const others = /^\s*(?:async\*)?(.*?)@(.+?):(\d+):(\d+)$/;

/** Reads a line of a stack as V8, Firefox and Safari write it; undefined for any other text. */
export function parseStackFrame(text: string): StackFrame | undefined {
  const found = v8.exec(text) ?? others.exec(text);
  if (!found) return undefined;
  const [, callee = "", location = "", line, column] = found;
  return {
    callee: callee.replace(/^(?:Object|Array|Function|Module)\./, ""),
    location: location.replace(/^async /, ""),
    line: Number(line),
    column: Number(column),
  };
}
