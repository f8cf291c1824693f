import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Token } from "../text/token.ts";
import { ngramIds } from "./parts/ngramIds.ts";
import { requireText } from "./parts/requireText.ts";

/**
 * Repetition rate: the share of a text's n-grams that stood already among the `window` n-grams before them. A text that goes
 * in circles has a high rate; lower is better, but human text is not at 0.
 *
 * With window Infinity it is 1 − distinct-n ("seq-rep-n"); with n = 1 and window ℓ it is how often a token
 * repeats one of the last ℓ ("rep/ℓ"). A short window does not grow with the length of the text.
 *
 * @param text tokens, shape (N), N ≥ n
 * @param options.n tokens per n-gram, ≥ 1
 * @param options.window how many n-grams back to look, ≥ 1; Infinity for all
 * @returns a share, 0 to below 1
 * @throws {RangeError} if the text is shorter than n, or n or window is not an integer ≥ 1 (window: or Infinity)
 * @throws {TypeError} if a token is neither a text nor a finite number
 * @see Welleck et al. (2020), "Neural Text Generation with Unlikelihood Training", arXiv:1908.04319 — chapter 7
 * @example repetitionRate(["the", "whale", "the", "whale"], { n: 2, window: Infinity }).toFixed(3) // => "0.333"
 */
export function repetitionRate(text: ArrayLike<Token>, options: { n: number; window: number }): number {
  const action = "compute repetitionRate";
  const { n, window } = requireOptions(action, options);
  requireInteger(action, "n", n, 1);
  if (window !== Infinity) requireInteger(action, "window", window, 1);
  requireText(action, "text", text, n);
  const ids = ngramIds([text], n)[n - 1]![0]!;
  const last = new Map<number, number>();
  let repeated = 0;
  for (const [i, id] of ids.entries()) {
    const before = last.get(id);
    if (before !== undefined && i - before <= window) repeated += 1;
    last.set(id, i);
  }
  return repeated / ids.length;
}
