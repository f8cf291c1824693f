import { cellUses } from "../../kernel/compile/cellUses.ts";
import { compileCell } from "../../kernel/compile/compileCell.ts";
import { type PortableCell, packCell } from "../../kernel/compile/portableCell.ts";
import { slice } from "../../kernel/compile/slice.ts";
import type { CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
import type { ImportsTable } from "../../kernel/page/importsTable.ts";
import { type CodeChanges, changesOf } from "./codeChanges.ts";
import { outputsDigest } from "./outputsDigest.ts";
import { textDigest } from "./textDigest.ts";
import { wordsOf } from "./wordsOf.ts";

/** A compiled cell, as what it changes of its source. */
export interface LiveCode extends Pick<PortableCell, "entry"> {
  /** A name stands for itself, or as the word of the source that it is. */
  readonly declared: readonly (readonly [name: string | number, kind: string])[];
  readonly changes: CodeChanges;
  /** The line that a line of the code stands for, where that is another than its own; the first lines come first. */
  readonly lines: readonly (number | null)[];
}

/** A code cell, ready to run in its page. Its source stands in the page. */
export interface LiveCell {
  readonly id: string;
  /** As after all cells above it; undefined for what only the whole TypeScript can compile. */
  readonly compiled: LiveCode | undefined;
  /** The cells that must have run before it, in order. */
  readonly needs: readonly string[];
  /** The cells whose names it may change. */
  readonly touches: readonly string[];
  /** Of its outputs in the book; undefined if it has none to be held against. */
  readonly digest: string | undefined;
}

/** What the script beside a chapter's page holds. */
export interface LiveChapter {
  readonly cells: readonly LiveCell[];
  readonly table: ImportsTable;
  /** Of the cells' sources: where the page prints others, what was compiled is not for them. */
  readonly digest: string;
  /** The worker, and files that libraries fetch, by the names of the scripts that hold them. */
  readonly worker: string;
  /** The script that says what knows the types of its cells. */
  readonly types: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The cells that its page can run. */
export const codeIn = (notebook: Notebook): CodeCell[] =>
  notebook.cells.filter((cell): cell is CodeCell => cell.cell_type === "code" && cell.source.trim() !== "");

export const sourcesDigest = (notebook: Notebook): string =>
  textDigest(
    codeIn(notebook)
      .map(({ source }) => source.trimEnd())
      .join("\0"),
  );

/** Its code cells, compiled, with what each needs. */
export function liveCells(notebook: Notebook): LiveCell[] {
  const code = codeIn(notebook);
  const cells = code.map(({ id, source }) => ({ id, source: source.trimEnd() }));
  const uses = cells.map(({ source }) => usesOf(source));
  const known = new Set<string>();
  return code.map(({ id, outputs }, place) => {
    const { source } = cells[place]!;
    const { compiled, names } = compile(source, known);
    const own = uses[place];
    const written = [...(own?.writesNow ?? []), ...(own?.writesLater ?? [])];
    const touches = cells.flatMap((other, at) =>
      at !== place && written.some((name) => uses[at]?.declares.has(name)) ? [other.id] : [],
    );
    for (const name of names) known.add(name);
    const needs = own
      ? slice(
          cells.slice(0, place + 1).filter((_, at) => uses[at]),
          { wanted: [id] },
        )
      : [id];
    // A check meets the starter in the build, and fails.
    const failed = outputs.some(({ output_type: type }) => type === "error");
    return {
      ...{ id, compiled, needs: needs.slice(0, -1), touches },
      digest: failed ? undefined : outputsDigest(outputs),
    };
  });
}

function usesOf(source: string): ReturnType<typeof cellUses> | undefined {
  try {
    return cellUses(source);
  } catch {
    return undefined;
  }
}

/** @returns the names that it declares as well */
function compile(
  source: string,
  known: ReadonlySet<string>,
): { readonly compiled: LiveCode | undefined; readonly names: readonly string[] } {
  try {
    const { code, entry, declared, places } = packCell(compileCell(source, { known: new Set(known) }));
    // A line is enough for a message; columns would be as much as all the rest.
    const lines = places.map(([first], at) => (first?.[1] === at + 1 ? null : (first?.[1] ?? 0)));
    while (lines.at(-1) === null) lines.pop();
    const words = wordsOf(source);
    const named = declared.map(([name, kind]) => {
      const place = words.indexOf(name);
      return [place < 0 ? name : place, kind] as const;
    });
    const compiled = { entry, declared: named, changes: changesOf(source, code), lines };
    return { compiled, names: declared.map(([name]) => name) };
  } catch {
    return { compiled: undefined, names: [] };
  }
}
