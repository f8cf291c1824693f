import type { EditorView } from "@codemirror/view";
import type { ChapterTypes } from "../../../live/chapterTypes.ts";

/** What the page's editors find once their types are there. */
export interface TypesProgram {
  /**
   * @param folder where the scripts stand, with a slash at its end
   * @param above the cells above, as they stand when it is asked
   * @param notes where mistakes are listed
   */
  help(
    view: EditorView,
    folder: string,
    types: ChapterTypes,
    above: () => readonly string[],
    notes: HTMLElement,
  ): Promise<void>;
}
