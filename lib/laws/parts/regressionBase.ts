import { requireInteger } from "../../require/requireInteger.ts";
import { requireNotNegative } from "../../require/requireNotNegative.ts";
import type { RegressionLoop } from "../regressionLoop.ts";

/** σ² d / (T − d − 1): the expected excess error of one least-squares fit on T Gaussian rows, after refusals. */
export function regressionBase(action: string, { rows, features, noiseVariance }: RegressionLoop): number {
  requireInteger(action, "features", features, 1);
  requireInteger(action, "rows", rows, features + 2);
  requireNotNegative(action, "noiseVariance", noiseVariance);
  return (noiseVariance * features) / (rows - features - 1);
}
