import { chao1 } from "./chao1.ts";
import { entropy } from "./entropy.ts";
import { gaussianWasserstein2 } from "./gaussianWasserstein2.ts";
import { goodTuringUnseenMass } from "./goodTuringUnseenMass.ts";
import { mean } from "./mean.ts";
import { median } from "./median.ts";
import { medianStandardError } from "./medianStandardError.ts";
import { quantile } from "./quantile.ts";
import { standardError } from "./standardError.ts";
import { typesAlive } from "./typesAlive.ts";
import { variance } from "./variance.ts";
import { wasserstein1 } from "./wasserstein1.ts";

/** Every metric of the library. The contract tests run over this list: an entry without its promises does not compile. */
export const metrics: {
  readonly chao1: typeof chao1;
  readonly entropy: typeof entropy;
  readonly gaussianWasserstein2: typeof gaussianWasserstein2;
  readonly goodTuringUnseenMass: typeof goodTuringUnseenMass;
  readonly mean: typeof mean;
  readonly median: typeof median;
  readonly medianStandardError: typeof medianStandardError;
  readonly quantile: typeof quantile;
  readonly standardError: typeof standardError;
  readonly typesAlive: typeof typesAlive;
  readonly variance: typeof variance;
  readonly wasserstein1: typeof wasserstein1;
} = {
  chao1,
  entropy,
  gaussianWasserstein2,
  goodTuringUnseenMass,
  mean,
  median,
  medianStandardError,
  quantile,
  standardError,
  typesAlive,
  variance,
  wasserstein1,
};
