import { withoutCompiledNames } from "../display/withoutCompiledNames.ts";
import type { RanCells } from "./ranCells.ts";
import type { PlaceInSource } from "./sessionHost.ts";
import { shortLocation } from "./shortLocation.ts";
import { parseStackFrame } from "./stackFrame.ts";

/** Where V8 asks how a stack is to be written. */
interface StackWriter {
  prepareStackTrace?: (error: Error, frames: readonly object[]) => unknown;
  stackTraceLimit?: number;
}

/** The sessions that are open, by what the names of their cells begin with. */
const open = new Map<string, Shown>();

interface Shown {
  readonly cells: RanCells;
  readonly isOwnFrame: (location: string) => boolean;
  readonly placeInSource: PlaceInSource;
}

let before: StackWriter["prepareStackTrace"];
let isInside = false;

/**
 * Has the engine write `error.stack` in the author's terms wherever a cell takes part: cells by name and typed line,
 * without the kernel's own calls. So a cell that prints an error prints the same on every machine.
 * V8 asks for it; where the stack is read from a getter that all errors share, as in Firefox, that one is replaced. On
 * other engines stacks stay as they are.
 *
 * @returns ends it for these cells: however many sessions a process has had, a stack costs the same
 */
export function readableStacks(
  cells: RanCells,
  isOwnFrame: Shown["isOwnFrame"],
  placeInSource: PlaceInSource,
): () => void {
  const writer: StackWriter = Error as object;
  if (writer.prepareStackTrace !== write) {
    before = writer.prepareStackTrace;
    writer.prepareStackTrace = write;
    writer.stackTraceLimit = 50; // a cell's own line may stand below a library's many
  }
  replaceGetter();
  open.set(cells.prefix, { cells, isOwnFrame, placeInSource });
  return () => void open.delete(cells.prefix);
}

function write(error: Error, frames: readonly object[]): unknown {
  const texts = frames.map(String);
  const shown = sessionOf(texts);
  const written =
    shown &&
    readable(
      texts.map((text) => `at ${text}`),
      shown,
      () => header(error),
    );
  if (written !== undefined) return written;
  const plain = (): string => [header(error), ...texts.map((text) => `    at ${text}`)].join("\n");
  if (!before || isInside) return plain(); // a library that keeps us in turn would go round
  isInside = true;
  try {
    return before(error, frames);
  } finally {
    isInside = false;
  }
}

/** The session whose cell takes part in a stack, first in its order. */
function sessionOf(frames: readonly string[]): Shown | undefined {
  const prefix = frames.map((text) => /\bcell:\d+\//.exec(text)?.[0]).find((found) => found !== undefined);
  return prefix === undefined ? undefined : open.get(prefix);
}

let hasReplaced = false;

function replaceGetter(): void {
  const found = Object.getOwnPropertyDescriptor(Error.prototype, "stack");
  if (hasReplaced || !found?.get || Object.hasOwn(new Error("of V8"), "stack")) return;
  hasReplaced = true;
  const [{ get }, { apply }] = [found as { get: () => unknown }, Reflect];
  Object.defineProperty(Error.prototype, "stack", {
    ...found,
    get(this: Error): unknown {
      const text = apply(get, this, []);
      if (typeof text !== "string") return text;
      const lines = text.split("\n");
      const shown = sessionOf(lines);
      return (shown && readable(lines, shown, () => header(this))) ?? text;
    },
  });
}

/** The stack's text; undefined where no cell of these takes part. */
function readable(
  frames: readonly string[],
  { cells, isOwnFrame, placeInSource }: Shown,
  head: () => string,
): string | undefined {
  const lines: string[] = [];
  let hasCell = false;
  for (const text of frames) {
    const frame = parseStackFrame(text);
    if (!frame) continue;
    const label = cells.labelOf(frame.location);
    const place = label === undefined ? undefined : cells.find(frame.location, frame.line, frame.column);
    if (!place) {
      if (frame.location.startsWith("node:") || isOwnFrame(frame.location)) continue;
      const { line, column } = placeInSource(frame.location, frame.line, frame.column);
      lines.push(at(frame.callee, `${shortLocation(frame.location)}:${line}:${column}`));
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
    const text = Error.prototype.toString.call(error); // as V8 does: what console.trace() writes is no Error
    return text.startsWith("TypeError: ") ? withoutCompiledNames(text) : text;
  } catch {
    return "Error";
  }
}
