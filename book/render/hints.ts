import type { Hint } from "../../course/exercise/visibleTests.ts";
import { escapeHtml } from "./escapeHtml.ts";

/** A fold for each hint of an exercise. The page's script shows one as the one before has been opened. */
export function hints(all: readonly Hint[]): string {
  if (all.length === 0) return "";
  const folds = all.map(({ of, text }, at) => {
    const name = all.length === 1 ? "Hint" : `Hint ${at + 1} of ${all.length}`;
    const test = of === "" ? "" : `<span class="hint-of">For the test “${escapeHtml(of)}”:</span> `;
    return `<details class="folded hint"><summary>${name}</summary><p>${test}${escapeHtml(text)}</p></details>`;
  });
  return `<div class="hints">${folds.join("\n")}</div>`;
}
