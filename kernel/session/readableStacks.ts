import { withoutCompiledNames } from "../display/withoutCompiledNames.ts";
import type { RanCells } from "./ranCells.ts";
import { shortLocation } from "./shortLocation.ts";
import { parseStackFrame } from "./stackFrame.ts";

/** Where V8 asks how a stack is to be written. */
interface StackWriter {
  prepareStackTrace?: (error: Error, frames: readonly object[]) => unknown;
  stackTraceLimit?: number;
}

/**
 * Has V8 write `error.stack` in the author's terms wherever a cell takes part: cells by name and typed line,
 * without the kernel's own calls. So a cell that prints an error prints the same on every machine.
 * On other engines stacks stay as they are.
 */
export function installReadableStacks(cells: RanCells, isOwnFrame: (location: string) => boolean): void {
  const writer: StackWriter = Error as object;
  const before = writer.prepareStackTrace;
  writer.stackTraceLimit = 50; // a cell's own line may stand below a library's many
  writer.prepareStackTrace = (error, frames) =>
    readable(frames.map(String), cells, isOwnFrame, () => header(error)) ??
    before?.(error, frames) ??
    [header(error), ...frames.map((frame) => `    at ${frame}`)].join("\n");
}

/** The stack's text; undefined where no cell of these takes part. */
function readable(
  frames: readonly string[],
  cells: RanCells,
  isOwnFrame: (location: string) => boolean,
  head: () => string,
): string | undefined {
  const lines: string[] = [];
  let hasCell = false;
  for (const text of frames) {
    const frame = parseStackFrame(`at ${text}`);
    if (!frame) continue;
    const label = cells.labelOf(frame.location);
    const place = label === undefined ? undefined : cells.find(frame.location, frame.line, frame.column);
    if (!place) {
      if (!frame.location.startsWith("node:") && !isOwnFrame(frame.location))
        lines.push(at(frame.callee, `${shortLocation(frame.location)}:${frame.line}:${frame.column}`));
      continue;
    }
    hasCell = true;
    const isEntry = frame.callee === place.cell.compiled.entry;
    const { line, column } = place.position ?? { line: 1, column: 1 };
    lines.push(at(isEntry ? "" : frame.callee, `${label}:${line}:${column}`));
    if (isEntry) break; // what follows called the cell, and is ours
  }
  return hasCell ? [head(), ...lines].join("\n") : undefined;
}

const at = (callee: string, place: string): string =>
  `    at ${callee === "" ? place : `${callee} (${place})`}`;

function header(error: Error): string {
  try {
    const text = String(error);
    return text.startsWith("TypeError: ") ? withoutCompiledNames(text) : text;
  } catch {
    return "Error";
  }
}
