import type { EditorView } from "@codemirror/view";
import type { ChapterTypes } from "../../live/chapterTypes.ts";
import { loadScript } from "../client/loadScript.ts";
import type { LiveRuns } from "./liveRuns.ts";
import { textOf } from "./texts.ts";
import type { TypesProgram } from "./types/typesProgram.ts";

interface Connection {
  readonly connection?: { readonly saveData?: boolean };
}

/**
 * Brings an editor's types, after it is open: nobody waits for them. Who asked the browser to save data is asked first: they are
 * a megabyte.
 *
 * @param notes where it is said, and mistakes are listed
 */
export async function loadTypes(
  view: EditorView,
  notes: HTMLElement,
  runs: () => Promise<LiveRuns>,
  id: string,
): Promise<void> {
  const status = document.createElement("p");
  status.role = "status";
  notes.append(status);
  try {
    const cells = await runs();
    const { folder, types: name } = cells;
    const types = JSON.parse(await textOf(folder + name, name)) as ChapterTypes;
    const size = `${(types.bytes / 1e6).toFixed(1)} MB`;
    if ((navigator as Connection).connection?.saveData)
      await asked(notes, `Load types and completion (${size})`);
    status.textContent = `Types: loading (${size}) …`;
    await loadScript(folder + types.program);
    const { genlossTypes } = globalThis as { genlossTypes?: TypesProgram };
    await genlossTypes!.help(view, folder, types, () => cells.above(id), notes);
  } catch (error) {
    status.textContent = `Types could not be loaded: ${(error as Error).message}`;
  }
}

const asked = (notes: HTMLElement, words: string): Promise<void> =>
  new Promise((done) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "live-button";
    button.textContent = words;
    button.addEventListener("click", () => {
      button.remove();
      done();
    });
    notes.append(button);
  });
