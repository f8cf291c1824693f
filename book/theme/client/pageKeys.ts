import { hasOwnKeys } from "./hasOwnKeys.ts";
import { openSearch, searchProgram } from "./openSearch.ts";
import { hasSingleKeys } from "./singleKeys.ts";

const search = (): Promise<void> => openSearch();
const help = (): Promise<void> => searchProgram().then((program) => program.help());
const actions: Readonly<Record<string, () => Promise<void>>> = { "/": search, s: search, "?": help };

/** `/` and `s` open the search, `?` the list of keys. */
export function pageKeys(): void {
  document.addEventListener("keydown", (event) => {
    const act = actions[event.key];
    if (!act || hasOwnKeys(event) || !hasSingleKeys()) return;
    event.preventDefault();
    act().catch(() => {}); // a key that finds nothing does nothing; the button says so
  });
}
