import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireProbabilities } from "../require/requireProbabilities.ts";
import { requireSameLength } from "../require/requireSameLength.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * The law of the next generation when a model is sampled at temperature T and a share α of the data is fresh human data,
 * both without end:
 *
 *   p′ = α p₀ + (1 − α) p^(1/T) / Z
 *
 * Without fresh data every T ≠ 1 ends in "heat death": T < 1 on the most probable item, T > 1 on the uniform law
 * ({@link closedLoopLogOdds}).
 *
 * @param probabilities p, law of this generation, shape (k); ≥ 0, sum 1 to within 1e-9
 * @param options.human p₀, human law, shape (k)
 * @param options.freshShare α, 0 … 1
 * @param options.temperature T, > 0
 * @returns p′, shape (k); ≥ 0, sum 1
 * @throws {RangeError} if a law is no distribution, their lengths differ, or a number is out of range
 * @see Marchi et al. (2024), arXiv:2404.02325; derived for this course — chapter 7
 * @example
 * const cold = { human: [0.5, 0.5], freshShare: 0, temperature: 0.5 };
 * Number(temperatureMixUpdate([0.75, 0.25], cold)[0].toFixed(4)) // => 0.9
 */
export function temperatureMixUpdate(
  probabilities: ArrayLike<number>,
  options: { human: ArrayLike<number>; freshShare: number; temperature: number },
): Float64Array {
  const action = "compute temperatureMixUpdate";
  const { human, freshShare, temperature } = requireOptions(action, options);
  requireProbabilities(action, probabilities);
  requireProbabilities(action, human, "human");
  requireSameLength(action, "human", human, "probabilities", probabilities);
  requireShare(action, "freshShare", freshShare);
  requireFiniteNumber(action, "temperature", temperature, 0);
  let most = 0;
  for (let i = 0; i < probabilities.length; i += 1) most = Math.max(most, probabilities[i]!);
  const powers = Float64Array.from(probabilities, (p) => (p / most) ** (1 / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power, i) => freshShare * human[i]! + ((1 - freshShare) * power) / total);
}
