import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";

const maps = new Map<string, () => TraceMap>();

/** Keeps the way back from compiled code to its file. @param location what stacks call the code */
export function rememberMap(location: string, map: object): void {
  let made: TraceMap | undefined;
  maps.set(location, () => {
    made ??= new TraceMap(map as never);
    return made;
  });
}

/** Where a place in compiled code stands in the author's file; the place itself for all other code. */
export function placeInSource(
  location: string,
  line: number,
  column: number,
): { readonly line: number; readonly column: number } {
  const map = maps.get(location)?.();
  if (!map) return { line, column };
  const found = originalPositionFor(map, { line, column: column - 1 });
  return found.line === null ? { line, column } : { line: found.line, column: found.column + 1 };
}
