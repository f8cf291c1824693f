import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Program } from "acorn";
import { CellSyntaxError } from "./cellSyntaxError.ts";
import type { StripMap } from "./stripTypes.ts";
import { walk } from "./walk.ts";

/** What stands between a method's name and its parameters, and how these begin. */
const parameters = /^[\p{ID_Continue}$]+(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*[(<]/u;

/**
 * Sucrase reads `{ f(x) }`, where an object may stand, as one whose method lacks its body, as a class has them for
 * overloads, and makes `{ f }` of it: the call would be lost without a word.
 *
 * @param source the text that `program` was made from, by `map`
 * @throws {CellSyntaxError} for such a method
 */
export function refuseBodilessMethod(program: Program, map: StripMap, source: string): void {
  let trace: TraceMap | undefined;
  const lines = source.split("\n");
  walk(program, (node, parent) => {
    const { shorthand } = node as { shorthand?: boolean };
    const start = node.loc?.start;
    if (node.type !== "Property" || !shorthand || parent?.type !== "ObjectExpression" || !start) return true;
    trace ??= new TraceMap(map as never);
    const { line, column } = originalPositionFor(trace, start);
    if (line === null) return true;
    const rest = [lines[line - 1]?.slice(column), ...lines.slice(line, line + 5)].join("\n");
    if (parameters.test(rest)) throw new CellSyntaxError("'{' expected", line, column + 1);
    return true;
  });
}
