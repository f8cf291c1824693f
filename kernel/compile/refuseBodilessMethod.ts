import { TraceMap, traceSegment } from "@jridgewell/trace-mapping";
import type { Node, Program } from "acorn";
import { CellSyntaxError } from "./cellSyntaxError.ts";
import type { StripMap } from "./stripTypes.ts";
import { walk } from "./walk.ts";

/** A name and, behind blanks and comments, the bracket of parameters. */
const method = /^[\p{ID_Continue}$]+(?:\s+|\/\/.*|\/\*[\s\S]*?\*\/)*[(<]/u;

/**
 * Sucrase reads `{ f(x) }`, where an object may stand, as one whose method lacks its body, as a class has them for
 * overloads, and makes `{ f }` of it: the call would be lost without a word.
 *
 * @param source the text that `program` was made from, by `map`
 * @throws {CellSyntaxError} for such a method
 */
export function refuseBodilessMethod(program: Program, map: () => StripMap, source: string): void {
  let trace: TraceMap | undefined;
  walk(program, (node, parent) => {
    if ((node as Node & { shorthand?: boolean }).shorthand && parent?.type === "ObjectExpression") {
      trace ??= new TraceMap(map() as never);
      const { line, column } = node.loc!.start; // the passes before keep lines
      const [from, , , typed] = traceSegment(trace, line - 1, column) ?? [];
      const lines = source.split("\n").slice(line - 1);
      // Behind a template among types Sucrase's map knows no columns any more.
      if (from === column && method.test(lines.join("\n").slice(typed)))
        throw new CellSyntaxError("'{' expected", line, typed! + 1);
    }
    return true;
  });
}
