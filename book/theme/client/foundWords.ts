import { searchProgram } from "./openSearch.ts";

/** On a page that a search led to, marks what was sought. The question goes out of the address: it is not part of a link to the place. */
export function foundWords(): void {
  const address = new URL(location.href);
  const question = address.searchParams.get("find");
  if (question === null) return;
  address.searchParams.delete("find");
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Some browsers allow no other address for a page from a folder.
  }
  const anchor = decodeURIComponent(address.hash.slice(1));
  searchProgram().then(
    (program) => program.mark(question, anchor),
    () => {}, // the place is there without marks
  );
}
