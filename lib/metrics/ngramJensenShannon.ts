import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Token } from "../text/token.ts";
import { jensenShannon } from "./jensenShannon.ts";
import { ngramIds } from "./parts/ngramIds.ts";
import { requireText } from "./parts/requireText.ts";

/**
 * How different two texts are in the n-grams they use: the Jensen–Shannon divergence of their n-gram frequencies.
 * Lower is closer. Even two halves of one book are apart, the more so the larger n: compare with that.
 *
 * @param a tokens of one text, shape (≥ n)
 * @param b tokens of the other, shape (≥ n)
 * @param options.n tokens per n-gram, ≥ 1
 * @param options.base of the logarithm: 2 for bits, Math.E for nats
 * @param options.root true for the root (a distance), false for the divergence
 * @returns divergence in units of log base, 0 … log 2 to that base; or its root
 * @throws {RangeError} if a text is shorter than n, n is not an integer ≥ 1, or base is not > 1
 * @throws {TypeError} if root is not said, or a token is neither a text nor a finite number
 * @see Lin (1991), IEEE Trans. Inf. Theory 37(1):145–151, doi:10.1109/18.61115 — chapter 7
 * @example ngramJensenShannon(["a", "b", "a"], ["a", "b", "c"], { n: 2, base: 2, root: false }) // => 0.5
 */
export function ngramJensenShannon(
  a: ArrayLike<Token>,
  b: ArrayLike<Token>,
  options: { n: number; base: number; root: boolean },
): number {
  const action = "compute ngramJensenShannon";
  const { n, base, root } = requireOptions(action, options);
  requireInteger(action, "n", n, 1);
  requireText(action, "a", a, n);
  requireText(action, "b", b, n);
  const grams = ngramIds([a, b], n)[n - 1]!;
  const types = grams.reduce((most, ids) => ids.reduce((x, id) => Math.max(x, id), most), 0) + 1;
  const [p, q] = grams.map((ids) => {
    const counts = new Uint32Array(types);
    for (const id of ids) counts[id]! += 1;
    return counts;
  });
  return jensenShannon(p!, q!, { base, root });
}
