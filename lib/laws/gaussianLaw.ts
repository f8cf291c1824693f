import type { Ddof } from "../numerics/requireDdof.ts";

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
