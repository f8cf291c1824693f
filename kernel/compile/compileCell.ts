import remapping from "@jridgewell/remapping";
import { decodedMappings, originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Node } from "acorn";
import MagicString from "magic-string";
import { analyzeNames, type NameKind } from "./analyzeNames.ts";
import { CellSyntaxError } from "./cellSyntaxError.ts";
import type { Draft } from "./draft.ts";
import { endStatements } from "./endStatements.ts";
import { guardAwaits } from "./guardAwaits.ts";
import { guardLoops } from "./guardLoops.ts";
import { nameFunctions } from "./nameFunctions.ts";
import { wrapObjectLiteral } from "./objectLiteral.ts";
import { offerStatements } from "./offerStatements.ts";
import type { PlacesOfLine } from "./portableCell.ts";
import type { Position } from "./position.ts";
import { returnLastExpression } from "./returnLastExpression.ts";
import { rewriteDeclarations } from "./rewriteDeclarations.ts";
import { rewriteImports } from "./rewriteImports.ts";
import { rewriteReferences } from "./rewriteReferences.ts";
import { splitHtmlComments } from "./splitHtmlComments.ts";
import { type LoadTypeScript, type StripMap, type Stripped, stripTypes } from "./stripTypes.ts";

export interface CompileOptions {
  /** Names that earlier cells declared and names that the host gives to every cell. */
  readonly known?: ReadonlySet<string>;
  /** Lets a host stop the cell while it runs: see `guardLoops`. */
  readonly stoppable?: boolean | "atomic";
  /** Called only for cells that the fast path cannot do; without it they are syntax errors. */
  readonly loadTypeScript?: LoadTypeScript;
}

export interface CompiledCell {
  /**
   * A JavaScript expression: an async function of the notebook's state and the host's services.
   * It resolves to `{ value }` when the cell ends in an expression, else to undefined.
   */
  readonly code: string;
  /** Top-level names of the cell with what declared them. */
  readonly declared: ReadonlyMap<string, NameKind>;
  /** What the function is called in stack traces; no function that the cell declares has this name. */
  readonly entry: string;
  /** Where a place in `code` stands in the cell; undefined for what the compiler added. */
  position(line: number, column: number): Position | undefined;
  /** The same for all places: by line of `code`. */
  places(): readonly PlacesOfLine[];
}

/** `compileCell`, or what stands in for it. */
export type CompileCell = (source: string, options?: CompileOptions) => CompiledCell;

/**
 * Turns a TypeScript cell into JavaScript. Pure: same source and names, same code; runs in Node and in a page.
 *
 * Top-level names become properties of one state object, so a later cell may declare them again with another
 * type, and a function sees the newest. They are plain property accesses in strict mode: as fast as locals.
 *
 * @throws {CellSyntaxError} with line and column in the cell
 * @example compileCell("const a: number = 1; a + 1").declared.get("a") // => "const"
 */
export function compileCell(source: string, options: CompileOptions = {}): CompiledCell {
  const { known = new Set<string>(), stoppable = false, loadTypeScript = () => undefined } = options;
  const literal = objectLiteral(source);
  const { program, code, map, literalLine } = literal ?? {
    ...stripTypes(source, loadTypeScript),
    literalLine: undefined,
  };
  const names = analyzeNames(program, known, source);
  const edit = new MagicString(code);
  /** From the compiler's counting to the author's: columns from 1, without the parenthesis of a literal. */
  const asTyped = (found: { line: number | null; column: number | null }): Position | undefined =>
    found.line === null || found.column === null
      ? undefined
      : { line: found.line, column: found.column + (found.line === literalLine ? 0 : 1) };
  let stripMap: StripMap | undefined;
  const strippedBy = (): StripMap => {
    stripMap ??= map();
    return stripMap;
  };
  const locate = (node: Node): Position => {
    const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
    return (
      asTyped(originalPositionFor(new TraceMap(strippedBy()), { line, column })) ?? {
        line,
        column: column + 1,
      }
    );
  };
  const refuse = (message: string, node: Node): never => {
    const { line, column } = locate(node);
    throw new CellSyntaxError(message, line, column);
  };
  const entry = unused(code, "$cell");
  const draft: Draft = { program, code, edit, state: unused(code, "$"), host: unused(code, "$host"), locate };

  if (code.startsWith("#!")) edit.update(0, 2, "//"); // what follows is no longer the first line
  rewriteReferences(draft, names, refuse);
  nameFunctions(draft, names); // before what puts brackets around it
  returnLastExpression(draft);
  offerStatements(draft);
  if (stoppable) guardAwaits(draft);
  const hoisted = rewriteDeclarations(draft, names);
  const imports = rewriteImports(draft, names, refuse);
  splitHtmlComments(draft);
  endStatements(draft); // late: its semicolons come after what the others add at the same place
  const guard = stoppable ? guardLoops(draft, unused(code, "$flag"), stoppable === "atomic") : "";
  // The prologue stays on the first line, before the cell's own first character.
  edit.prepend(
    `(async function ${entry}(${draft.state}, ${draft.host}) { "use strict"; ${guard}${imports}${hoisted}`,
  );
  edit.append("\n})");

  let whole: TraceMap | undefined;
  /** From the compiled code to the cell. Most cells have no error, and never need it. */
  const trace = (): TraceMap => {
    whole ??= new TraceMap(
      remapping(
        [{ ...edit.generateMap({ hires: "boundary" }), version: 3 } as never, strippedBy() as never],
        () => null,
      ) as never,
    );
    return whole;
  };
  return {
    code: edit.toString(),
    declared: names.declared,
    entry,
    position: (line, column) => asTyped(originalPositionFor(trace(), { line, column: column - 1 })),
    places: () =>
      decodedMappings(trace()).map((line) =>
        line.map(([column, file, sourceLine, sourceColumn]) => {
          if (file === undefined) return [column];
          const typed = asTyped({ line: sourceLine! + 1, column: sourceColumn! });
          return [column, typed!.line, typed!.column];
        }),
      ),
  };
}

/** The cell as an object literal, if it is nothing else, with the line that its parenthesis stands on. */
function objectLiteral(source: string): (Stripped & { literalLine: number }) | undefined {
  const wrapped = wrapObjectLiteral(source);
  if (!wrapped) return undefined;
  try {
    const stripped = stripTypes(wrapped.source, () => undefined);
    const [only, ...rest] = stripped.program.body;
    const isObject = only?.type === "ExpressionStatement" && only.expression.type === "ObjectExpression";
    if (!isObject || rest.length > 0) return undefined;
    return { ...stripped, literalLine: source.slice(0, wrapped.start).split("\n").length };
  } catch {
    return undefined; // then it is a block
  }
}

/** The name, with underscores until the cell does not contain it. */
function unused(code: string, name: string): string {
  let candidate = name;
  while (code.includes(candidate)) candidate += "_";
  return candidate;
}
