import { createRequire } from "node:module";
import type * as TypeScript from "typescript";
import { analyzeNames } from "../../kernel/compile/analyzeNames.ts";
import { stripTypes } from "../../kernel/compile/stripTypes.ts";
import type { Cell, CodeCell } from "../../kernel/notebook/notebook.ts";

/** A name that holds a stream of its own: `const rng = seeded(8)`. */
const ownStream = /^\s*(?:const|let|var)\s+([\w$]+)[^=\n]*=\s*seeded\(/gm;

/** Only cells that the fast path cannot do need it. */
const loadTypeScript = (): typeof TypeScript => createRequire(import.meta.url)("typescript");

/** The names under which these cells keep streams made from a seed. */
const streamsOf = (cells: readonly Cell[]): ReadonlySet<string> =>
  new Set(
    cells
      .filter((cell) => cell.cell_type === "code")
      .flatMap(({ source }) => [...source.matchAll(ownStream)].map(([, name = ""]) => name)),
  );

/** A stream of one's own is split from it, and its seed may be told. */
const fairUse = /^\s*\.\s*(?:split\s*\(|seed\b)/;

/** Whether the text holds the name in any other use: only then is it worth parsing. */
const isUsedOtherwise = (source: string, name: string): boolean =>
  source
    .split(name)
    .slice(1)
    .some((rest) => !fairUse.test(rest));

/**
 * Where a cell uses a stream of an earlier one otherwise than to split its own from it: what it draws then depends on
 * which cells ran before.
 *
 * @param cells the notebook's cells, in which streams are made
 * @returns the code from each such use to the end of its line
 */
export function sharedDraws(cell: CodeCell, cells: readonly Cell[]): string[] {
  const own = streamsOf([cell]);
  const streams = new Set(
    [...streamsOf(cells)].filter((name) => !own.has(name) && isUsedOtherwise(cell.source, name)),
  );
  if (streams.size === 0) return [];
  const { program, code } = stripTypes(cell.source, loadTypeScript);
  const { references } = analyzeNames(program, streams, cell.source);
  return references
    .filter(({ name, end }) => streams.has(name) && !fairUse.test(code.slice(end)))
    .map(({ start }) => code.slice(start).split("\n", 1)[0]!.trim());
}
