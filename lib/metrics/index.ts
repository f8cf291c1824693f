import { bleu } from "./bleu.ts";
import { chao1 } from "./chao1.ts";
import { compressionRatio } from "./compressionRatio.ts";
import { distinctN } from "./distinctN.ts";
import { entropy } from "./entropy.ts";
import { gaussianWasserstein2 } from "./gaussianWasserstein2.ts";
import { goodTuringUnseenMass } from "./goodTuringUnseenMass.ts";
import { mattr } from "./mattr.ts";
import { mean } from "./mean.ts";
import { median } from "./median.ts";
import { medianStandardError } from "./medianStandardError.ts";
import { ngramJensenShannon } from "./ngramJensenShannon.ts";
import { nonWordShare } from "./nonWordShare.ts";
import { perplexity } from "./perplexity.ts";
import { quantile } from "./quantile.ts";
import { repetitionRate } from "./repetitionRate.ts";
import { selfBleu } from "./selfBleu.ts";
import { standardError } from "./standardError.ts";
import { typesAlive } from "./typesAlive.ts";
import { typeTokenRatio } from "./typeTokenRatio.ts";
import { variance } from "./variance.ts";
import { wasserstein1 } from "./wasserstein1.ts";

/** Every metric of the library. The contract tests run over this list: an entry without its promises does not compile. */
export const metrics: {
  readonly bleu: typeof bleu;
  readonly chao1: typeof chao1;
  readonly compressionRatio: typeof compressionRatio;
  readonly distinctN: typeof distinctN;
  readonly entropy: typeof entropy;
  readonly gaussianWasserstein2: typeof gaussianWasserstein2;
  readonly goodTuringUnseenMass: typeof goodTuringUnseenMass;
  readonly mattr: typeof mattr;
  readonly mean: typeof mean;
  readonly median: typeof median;
  readonly medianStandardError: typeof medianStandardError;
  readonly ngramJensenShannon: typeof ngramJensenShannon;
  readonly nonWordShare: typeof nonWordShare;
  readonly perplexity: typeof perplexity;
  readonly quantile: typeof quantile;
  readonly repetitionRate: typeof repetitionRate;
  readonly selfBleu: typeof selfBleu;
  readonly standardError: typeof standardError;
  readonly typeTokenRatio: typeof typeTokenRatio;
  readonly typesAlive: typeof typesAlive;
  readonly variance: typeof variance;
  readonly wasserstein1: typeof wasserstein1;
} = {
  bleu,
  chao1,
  compressionRatio,
  distinctN,
  entropy,
  gaussianWasserstein2,
  goodTuringUnseenMass,
  mattr,
  mean,
  median,
  medianStandardError,
  ngramJensenShannon,
  nonWordShare,
  perplexity,
  quantile,
  repetitionRate,
  selfBleu,
  standardError,
  typeTokenRatio,
  typesAlive,
  variance,
  wasserstein1,
};
