import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { lineSurvival } from "./parts/lineSurvival.ts";

/**
 * Expected part of human language that generation t can still say, in a unigram replace loop whose first text is
 * `size` words drawn from the human law p:
 *
 *   Σ p_i (1 − e^(−N p_i (1 − q_{t−1})))
 *
 * Generation 1 is here the first text drawn from p. Higher is better; what is missing has probability 0 in the model.
 *
 * @param probabilities human law p, shape (k); ≥ 0, sum 1 to within 1e-9
 * @param generation t, an integer ≥ 1
 * @param options.size words per generation N, an integer ≥ 1
 * @returns probability mass, 0 … 1
 * @throws {RangeError} if p is not a distribution, generation is not ≥ 1, or size is not ≥ 1
 * @see chapter 3; derived for this course, in the setting of Dohmatob et al. (2024), arXiv:2402.07043
 * @example representableMass([1], 1, { size: 1 }) // => 0.6321205588285577
 */
export function representableMass(
  probabilities: ArrayLike<number>,
  generation: number,
  options: { size: number },
): number {
  const action = "compute representableMass";
  const { size } = requireOptions(action, options);
  requireInteger(action, "generation", generation, 1);
  requireInteger(action, "size", size, 1);
  const reach = size * lineSurvival(generation - 1);
  let [mass, total] = [0, 0];
  for (let i = 0; i < probabilities.length; i += 1) {
    const p = probabilities[i]!;
    if (!(p >= 0 && p <= 1)) {
      throw new RangeError(
        `Cannot ${action}: probabilities[${i}] must lie between 0 and 1, got ${String(p)}`,
      );
    }
    total += p;
    mass -= p * Math.expm1(-reach * p);
  }
  if (Math.abs(total - 1) > 1e-9)
    throw new RangeError(`Cannot ${action}: probabilities must sum to 1, got ${total}`);
  return mass;
}
