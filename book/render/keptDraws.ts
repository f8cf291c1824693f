import type { CodeCell } from "../../kernel/notebook/notebook.ts";
import type { Chapter } from "../chapter.ts";
import { codeHash } from "../codeHash.ts";
import type { Context } from "./context.ts";
import { sharedDraws } from "./sharedDraws.ts";

/** Sources of cells with the uses that were found in them. */
type Found = readonly (readonly [source: string, uses: readonly string[]])[];

const ofChapters = new WeakMap<Chapter["notebook"], Promise<Found>>();

/** What `sharedDraws` finds in a cell of a chapter. Its cells are parsed anew only when the code of one has changed. */
export async function keptDraws(cell: CodeCell, { chapter, cache }: Context): Promise<readonly string[]> {
  const { file, notebook } = chapter;
  const code = notebook.cells.filter((each): each is CodeCell => each.cell_type === "code");
  const ingredients = [await codeHash(), code.map(({ source }) => source)];
  const found =
    ofChapters.get(notebook) ??
    cache.latest(
      "shared-draws",
      file,
      ingredients,
      (): Found =>
        code
          .map((each) => [each.source, sharedDraws(each, notebook.cells)] as const)
          .filter(([, uses]) => uses.length > 0),
    );
  ofChapters.set(notebook, found);
  return (await found).find(([source]) => source === cell.source)?.[1] ?? [];
}
