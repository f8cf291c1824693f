import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireProbabilities } from "../require/requireProbabilities.ts";
import { requireSameLength } from "../require/requireSameLength.ts";

/**
 * Expected error of a learner that memorises ("Hutter's" learner): it is right on the types that were among its T
 * training examples, drawn from q, and wrong on the others, when tested on p:
 *
 *   E = Σ p_i (1 − q_i)^T
 *
 * With q = p it is the expected unseen mass. A q without p's tail leaves that tail wrong for ever.
 *
 * @param tested law p of the test, shape (k); ≥ 0, sum 1 to within 1e-9
 * @param trained law q of the training data, shape (k), in the same order
 * @param options.tokens T, training examples, an integer ≥ 0
 * @returns error, 0 … 1; exact; lower is better
 * @throws {RangeError} if p or q is not a distribution, their lengths differ, or tokens is not an integer ≥ 0
 * @see Hutter (2021), arXiv:2102.04074; Dohmatob et al. (2024), arXiv:2402.07043 — chapter 4
 * @example hutterError([0.5, 0.5], [1, 0], { tokens: 10 }) // => 0.5
 * @example hutterError([0.5, 0.5], [0.5, 0.5], { tokens: 2 }) // => 0.25
 */
export function hutterError(
  tested: ArrayLike<number>,
  trained: ArrayLike<number>,
  options: { tokens: number },
): number {
  const action = "compute hutterError";
  const { tokens } = requireOptions(action, options);
  requireProbabilities(action, tested, "tested");
  requireProbabilities(action, trained, "trained");
  requireSameLength(action, "trained", trained, "tested", tested);
  requireInteger(action, "tokens", tokens);
  if (tokens === 0) return 1;
  let error = 0;
  for (let i = 0; i < tested.length; i += 1) {
    error += tested[i]! * Math.exp(tokens * Math.log1p(-trained[i]!));
  }
  return Math.min(error, 1); // p may exceed 1 by rounding
}
