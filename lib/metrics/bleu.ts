import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Token } from "../text/token.ts";
import { type BleuSmoothing, bleuScore, countedIds, requireBleuSmoothing } from "./parts/bleuScore.ts";
import { ngramIds } from "./parts/ngramIds.ts";
import { requireText } from "./parts/requireText.ts";

/**
 * BLEU of one text against references: the geometric mean, over orders 1 … n, of the share of its k-grams that a reference
 * holds too (each counted at most as often as the reference with most of them has it), times a penalty for being
 * shorter than the reference of the closest length.
 *
 * A short text often has no match of a high order. Then `smoothing` decides: "none" gives 0; "add-one" adds 1 to
 * matches and totals of orders above 1 (Lin and Och; NLTK's method2); `{ epsilon }` puts that many matches in place
 * of 0 (NLTK's method1, there 0.1). Without a common token the result is 0 in any case.
 *
 * @param candidate tokens of the text, shape (≥ 1)
 * @param references texts to compare with, at least one, each of at least 1 token
 * @param options.n longest n-gram, ≥ 1; 4 is usual
 * @param options.smoothing "none", "add-one" or `{ epsilon }`; it has no default
 * @returns 0–1; 1 if the candidate is a reference (and not shorter than n)
 * @throws {RangeError} if a text or the list of references is empty, n is not an integer ≥ 1, or smoothing is not said
 * @throws {TypeError} if a token is neither a text nor a finite number
 * @see Papineni et al. (2002), ACL, doi:10.3115/1073083.1073135; Chen, Cherry (2014), doi:10.3115/v1/W14-3346 — chapter 6
 * @example bleu(["a", "b", "c"], [["a", "b", "d"]], { n: 2, smoothing: "none" }).toFixed(6) // => "0.577350"
 */
export function bleu(
  candidate: ArrayLike<Token>,
  references: readonly ArrayLike<Token>[],
  options: { n: number; smoothing: BleuSmoothing },
): number {
  const action = "compute bleu";
  const { n, smoothing } = requireOptions(action, options);
  requireInteger(action, "n", n, 1);
  requireBleuSmoothing(action, smoothing);
  requireText(action, "candidate", candidate, 1);
  if (references.length === 0)
    throw new RangeError(`Cannot ${action}: references must hold at least 1 text, got 0`);
  for (const [i, text] of references.entries()) requireText(action, `references[${i}]`, text, 1);

  const { length } = candidate;
  const grams = ngramIds([candidate, ...references], Math.min(n, length)).map((texts) =>
    texts.map(countedIds),
  );
  const matches = grams.map(([own, ...others]) => {
    let sum = 0;
    for (const [id, count] of own!) {
      sum += Math.min(count, Math.max(...others.map((counts) => counts.get(id) ?? 0)));
    }
    return sum;
  });
  const closest = references
    .map((text) => text.length)
    .reduce((best, other) => {
      const nearer = Math.abs(other - length) - Math.abs(best - length);
      return nearer < 0 || (nearer === 0 && other < best) ? other : best;
    });
  return bleuScore(matches, n, length, closest, smoothing);
}
