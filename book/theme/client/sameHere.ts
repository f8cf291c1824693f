import type { ChapterRuns } from "./chapterRuns.ts";

/**
 * A button beside the count of claims: it computes them in the reader's own browser, and says whether they came out the same.
 *
 * @param cells those that state claims
 */
export function sameHere(
  chapter: HTMLElement,
  cells: readonly HTMLElement[],
  { runs, program }: ChapterRuns,
): void {
  const place = chapter.querySelector(".badges .verified dd");
  if (!place || cells.length === 0) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "live-button same-here";
  button.textContent = "Same here?";
  const told = document.createElement("span");
  told.role = "status";
  told.className = "live-state";
  place.append(" ", button, " ", told);
  button.addEventListener("click", async () => {
    if (button.ariaDisabled === "true") return;
    button.ariaDisabled = "true";
    try {
      const ready = await runs();
      told.textContent = await program().sameClaims(cells, ready, (words) => {
        told.textContent = words;
      });
    } catch (error) {
      told.textContent = `They could not be computed: ${(error as Error).message}`;
    } finally {
      button.ariaDisabled = null;
    }
  });
}
