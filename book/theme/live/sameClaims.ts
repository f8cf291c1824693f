import type { Output } from "../../../kernel/notebook/notebook.ts";
import type { LiveRuns } from "./liveRuns.ts";

/**
 * Computes claims anew.
 *
 * @param cells that state them
 * @returns in words, how many came out the same
 */
export async function sameClaims(
  cells: readonly HTMLElement[],
  runs: LiveRuns,
  say: (words: string) => void,
): Promise<string> {
  const began = performance.now();
  const seeds = new Set<number>();
  const count = { same: 0, within: 0, differs: 0 };
  for (const [at, { id, dataset }] of cells.entries()) {
    say(`Computing, ${at + 1} of ${cells.length} …`);
    const { outcome, isSame, outputs } = await runs.run(id.slice("cell-".length), {
      onCell() {},
      onOutput() {},
    });
    if (outcome.status === "gone")
      return outcome.wasStopped ? "Stopped." : `They could not be computed: ${outcome.why}`;
    for (const seed of outputs.flatMap(seedOf)) seeds.add(seed);
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
  const from = seeds.size > 0 ? `, with seed ${[...seeds].sort((a, b) => a - b).join(", ")}` : "";
  const by = runs.computesBy ?? "plain JavaScript";
  return `Computed in your browser in ${seconds} s, by ${by}${from}${changed}: ${parts.join(", ")}.`;
}

/** The seed of the claim that an output shows. */
function seedOf(output: Output): number[] {
  const claim = "data" in output ? output.data["application/vnd.genloss.claim+json"] : undefined;
  const { seed } = (claim ?? {}) as { seed?: unknown };
  return typeof seed === "number" ? [seed] : [];
}
