import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Expected squared error of a mean that is fitted, generation after generation, to the same n human samples and λn new
 * synthetic ones, in units of σ²/n (the error of the human samples alone):
 *
 *   n E(μ_t − μ)² / σ² = 1 + λ/(1 + 2λ) · (1 − m^2t),   m = λ/(1 + λ)
 *
 * m is what a generation remembers of the one before. Even endless synthetic data only make it 1.5: a fixed human set
 * keeps the loop stable.
 *
 * @param generation t, an integer ≥ 0, or Infinity for the limit; generation 0 learns from human data alone
 * @param options.syntheticPerReal λ, synthetic samples per human one, > 0
 * @returns ratio, 1 … 1.5; exact; lower is better
 * @throws {RangeError} if an argument is out of range
 * @see Bertrand et al. (2024), arXiv:2310.00429, for the setting; derived for this course — chapter 10
 * @example Number(fixedRealError(Infinity, { syntheticPerReal: 1 }).toFixed(4)) // => 1.3333
 */
export function fixedRealError(generation: number, options: { syntheticPerReal: number }): number {
  const { syntheticPerReal } = requireOptions("compute fixedRealError", options);
  if (generation !== Infinity) requireInteger("compute fixedRealError", "generation", generation);
  requireFiniteNumber("compute fixedRealError", "syntheticPerReal", syntheticPerReal, 0);
  const logMemory = -Math.log1p(1 / syntheticPerReal);
  const approached = generation === 0 ? 0 : -Math.expm1(2 * generation * logMemory);
  return 1 + approached / (1 / syntheticPerReal + 2);
}
