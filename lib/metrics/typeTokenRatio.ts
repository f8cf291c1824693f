import type { Token } from "../text/token.ts";
import { requireText } from "./parts/requireText.ts";

/**
 * Type–token ratio: different tokens, as a share of all. Higher is more varied. It falls as a text grows longer, so
 * compare equal lengths only, or use `mattr`.
 *
 * @param text tokens, shape (n), n ≥ 1
 * @returns a share, above 0 and at most 1
 * @throws {RangeError} if the text is empty
 * @throws {TypeError} if a token is neither a text nor a finite number
 * @see Johnson (1944), Psychol. Monogr. 56(2):1–15, doi:10.1037/h0093508 — chapter 6
 * @example typeTokenRatio(["the", "whale", "the", "sea"]) // => 0.75
 */
export function typeTokenRatio(text: ArrayLike<Token>): number {
  requireText("compute typeTokenRatio", "text", text, 1);
  return new Set(Array.from(text)).size / text.length;
}
