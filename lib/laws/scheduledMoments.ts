import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { type GaussianLoop, gaussianStep, requireLoop } from "./gaussianLaw.ts";

/** Where a Gaussian loop stands on average, in units of the true law; lower is better but for variance and sd. */
export interface ScheduledMoments {
  /** E σ_t² / σ₀². */
  readonly variance: number;
  /** E σ_t / σ₀. */
  readonly sd: number;
  /** E (μ_t − μ₀)² / σ₀². */
  readonly squaredDrift: number;
  /** E W₂² / σ₀², the squared distance from the truth. */
  readonly wasserstein2: number;
}

/**
 * The exact moments of a Gaussian replace loop whose generations have different sizes M₁ … M_t. With r_i = λ, times
 * 1 − 1/M_i for ddof 0:
 *
 *   E σ_t² = Π r_i      E σ_t = Π √r_i c₄(M_i)      E (μ_t − μ₀)² = Σ_i (λ/M_i) r_1 ⋯ r_{i−1}
 *
 * {@link leadingOrderWasserstein2} is the first term of its W₂². The loop stays near the truth for ever only if the
 * sizes grow so fast that Σ 1/M is finite; for a given total, equal sizes are best.
 *
 * @param sizes samples of generations 1 … t, shape (t); integers ≥ 2; none at all is the truth
 * @param options.ddof 1 for the unbiased variance (÷ M − 1), 0 for maximum likelihood (÷ M)
 * @param options.bias sampling bias λ, above 0 and at most 1; 1 if left out
 * @returns four ratios, exact
 * @throws {RangeError} if a size, ddof or bias is not what a loop can have
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y; exact form derived for this
 * course — chapter 2
 * @example Number(scheduledMoments(new Array(100).fill(100), { ddof: 1 }).wasserstein2.toFixed(4)) // => 1.4463
 */
export function scheduledMoments(
  sizes: ArrayLike<number>,
  options: Omit<GaussianLoop, "size">,
): ScheduledMoments {
  const { ddof, bias = 1 } = requireOptions("compute scheduledMoments", options);
  requireLoop("compute scheduledMoments", 0, { size: 2, ddof, bias });
  let [logVariance, logSd, squaredDrift] = [0, 0, 0];
  for (let i = 0; i < sizes.length; i += 1) {
    const loop = { size: sizes[i]!, ddof, bias };
    requireInteger("compute scheduledMoments", `sizes[${i}]`, loop.size, 2);
    const step = gaussianStep(loop);
    squaredDrift += (bias / loop.size) * Math.exp(logVariance);
    logVariance += step.variance;
    logSd += step.sd;
  }
  return {
    variance: Math.exp(logVariance),
    sd: Math.exp(logSd),
    squaredDrift,
    wasserstein2: squaredDrift + Math.expm1(logVariance) - 2 * Math.expm1(logSd),
  };
}
