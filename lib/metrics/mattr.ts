import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Token } from "../text/token.ts";
import { ngramIds } from "./parts/ngramIds.ts";
import { requireText } from "./parts/requireText.ts";

/**
 * Moving-average type–token ratio (MATTR): the mean type–token ratio of all windows of a fixed length. Higher is more
 * varied. Unlike the plain ratio it does not depend on the length of the text, only on the window: state it. O(n) time.
 *
 * @param text tokens, shape (n), n ≥ window
 * @param options.window tokens per window, ≥ 1; usual ones are 50, 100 and 500
 * @returns a share, above 0 and at most 1
 * @throws {RangeError} if window is not an integer ≥ 1, or the text is shorter
 * @throws {TypeError} if a token is neither a text nor a finite number
 * @see Covington, McFall (2010), J. Quant. Linguist. 17(2):94–100, doi:10.1080/09296171003643098 — chapter 6
 * @example mattr(["a", "b", "a", "a"], { window: 2 }).toFixed(4) // => "0.8333"
 */
export function mattr(text: ArrayLike<Token>, options: { window: number }): number {
  const { window } = requireOptions("compute mattr", options);
  requireInteger("compute mattr", "window", window, 1);
  requireText("compute mattr", "text", text, window);
  const ids = ngramIds([text], 1)[0]![0]!;
  const inWindow = new Uint32Array(ids.length); // occurrences of each type in the window that ends here
  let [types, sum] = [0, 0];
  for (const [i, id] of ids.entries()) {
    if (inWindow[id] === 0) types += 1;
    inWindow[id]! += 1;
    if (i >= window) {
      const gone = ids[i - window]!;
      inWindow[gone]! -= 1;
      if (inWindow[gone] === 0) types -= 1;
    }
    if (i >= window - 1) sum += types;
  }
  return sum / window / (ids.length - window + 1);
}
