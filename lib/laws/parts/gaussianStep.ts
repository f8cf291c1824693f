import { logHalfStepRatio } from "../../numerics/gammaRatio.ts";
import type { GaussianLoop } from "../gaussianLaw.ts";

/** What one refit does to a Gaussian: the logarithms of E σ′²/σ² and of E σ′/σ; both are 0 or negative. */
export function gaussianStep({ size, ddof, bias = 1 }: GaussianLoop): { variance: number; sd: number } {
  const variance = Math.log(bias) + (ddof === 0 ? Math.log1p(-1 / size) : 0);
  return { variance, sd: variance / 2 + logHalfStepRatio((size - 1) / 2) };
}
