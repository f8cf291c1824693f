import { logHalfStepRatio } from "../numerics/gammaRatio.ts";
import { type Ddof, requireDdof } from "../numerics/requireDdof.ts";
import { requireInteger } from "../require/requireInteger.ts";

/** Which Gaussian loop a law speaks of: every generation is refitted to `size` draws, with this divisor. */
export interface GaussianLoop {
  /** Samples per generation, an integer ≥ 2 (M in the papers). */
  readonly size: number;
  /** 1 for the unbiased variance (÷ M − 1), 0 for maximum likelihood (÷ M). */
  readonly ddof: Ddof;
  /**
   * Sampling bias λ, above 0 and at most 1: draws come from N(μ, λσ²), as with a temperature or a truncation that
   * prefers the typical. 1, sampling as it should be, if left out.
   */
  readonly bias?: number;
}

/** Refuses a generation or a loop description that no law speaks of. */
export function requireLoop(
  action: string,
  generation: number,
  { size, ddof, bias = 1 }: GaussianLoop,
): void {
  requireInteger(action, "generation", generation);
  requireInteger(action, "size", size, 2);
  requireDdof(action, ddof);
  if (!(bias > 0 && bias <= 1)) {
    throw new RangeError(`Cannot ${action}: bias must be above 0 and at most 1, got ${String(bias)}`);
  }
}

/** What one refit does to a Gaussian: the logarithms of E σ′²/σ² and of E σ′/σ; both are 0 or negative. */
export function gaussianStep({ size, ddof, bias = 1 }: GaussianLoop): { variance: number; sd: number } {
  const variance = Math.log(bias) + (ddof === 0 ? Math.log1p(-1 / size) : 0);
  return { variance, sd: variance / 2 + logHalfStepRatio((size - 1) / 2) };
}
