import type { LiveRuns } from "../live/liveRuns.ts";

/**
 * A button beside the count of claims: it computes them in the reader's own browser, and says whether they came out the same.
 *
 * @param cells those that state claims
 */
export function sameHere(
  chapter: HTMLElement,
  cells: readonly HTMLElement[],
  runs: () => Promise<LiveRuns>,
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
      told.textContent = await compare(cells, await runs(), (words) => {
        told.textContent = words;
      });
    } catch (error) {
      told.textContent = `They could not be computed: ${(error as Error).message}`;
    } finally {
      button.ariaDisabled = null;
    }
  });
}

async function compare(
  cells: readonly HTMLElement[],
  runs: LiveRuns,
  say: (words: string) => void,
): Promise<string> {
  const began = performance.now();
  const count = { same: 0, within: 0, differs: 0 };
  for (const [at, { id, dataset }] of cells.entries()) {
    say(`Computing, ${at + 1} of ${cells.length} …`);
    const { outcome, isSame } = await runs.run(id.slice("cell-".length), { onCell() {}, onOutput() {} });
    if (outcome.status === "gone")
      return outcome.wasStopped ? "Stopped." : `They could not be computed: ${outcome.why}`;
    // A claim that does not hold is an error.
    count[isSame ? "same" : outcome.status === "ok" ? "within" : "differs"] += Number(dataset.claims);
  }
  const seconds = Math.max(1, Math.round((performance.now() - began) / 1000));
  const parts = [
    count.same > 0 ? `${count.same} the same` : "",
    count.within > 0 ? `${count.within} within tolerance` : "",
    count.differs > 0 ? `${count.differs} differ` : "",
  ].filter((part) => part !== "");
  const changed = runs.isChanged ? ", with what you have changed" : "";
  return `Computed in your browser in ${seconds} s${changed}: ${parts.join(", ")}.`;
}
