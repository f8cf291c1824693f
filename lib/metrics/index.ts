import { alarmThreshold } from "./alarmThreshold.ts";
import { bleu } from "./bleu.ts";
import { brier } from "./brier.ts";
import { chao1 } from "./chao1.ts";
import { compressionRatio } from "./compressionRatio.ts";
import { demographicParityGap } from "./demographicParityGap.ts";
import { densityCoverage } from "./densityCoverage.ts";
import { distinctN } from "./distinctN.ts";
import { energyDistance } from "./energyDistance.ts";
import { entropy } from "./entropy.ts";
import { equalOpportunityGap } from "./equalOpportunityGap.ts";
import { expectedCalibrationError } from "./expectedCalibrationError.ts";
import { falseAlarmRate } from "./falseAlarmRate.ts";
import { firstAlarm } from "./firstAlarm.ts";
import { frechetDistance } from "./frechetDistance.ts";
import { frechetDistanceOfSamples } from "./frechetDistanceOfSamples.ts";
import { gaussianMmd2 } from "./gaussianMmd2.ts";
import { gaussianWasserstein2 } from "./gaussianWasserstein2.ts";
import { goodTuringUnseenMass } from "./goodTuringUnseenMass.ts";
import { hellinger } from "./hellinger.ts";
import { hillNumber } from "./hillNumber.ts";
import { jensenShannon } from "./jensenShannon.ts";
import { klDivergence } from "./klDivergence.ts";
import { klGaussian } from "./klGaussian.ts";
import { kolmogorovSmirnov } from "./kolmogorovSmirnov.ts";
import { manifoldMetrics } from "./manifoldMetrics.ts";
import { mattr } from "./mattr.ts";
import { mauve } from "./mauve.ts";
import { mean } from "./mean.ts";
import { median } from "./median.ts";
import { medianStandardError } from "./medianStandardError.ts";
import { minimumGroupShare } from "./minimumGroupShare.ts";
import { mmd2 } from "./mmd2.ts";
import { modesCovered } from "./modesCovered.ts";
import { ngramJensenShannon } from "./ngramJensenShannon.ts";
import { nonWordShare } from "./nonWordShare.ts";
import { perplexity } from "./perplexity.ts";
import { precisionRecall } from "./precisionRecall.ts";
import { quantile } from "./quantile.ts";
import { repetitionRate } from "./repetitionRate.ts";
import { selfBleu } from "./selfBleu.ts";
import { standardError } from "./standardError.ts";
import { tailCoverage } from "./tailCoverage.ts";
import { totalVariation } from "./totalVariation.ts";
import { typesAlive } from "./typesAlive.ts";
import { typeTokenRatio } from "./typeTokenRatio.ts";
import { variance } from "./variance.ts";
import { vendi } from "./vendi.ts";
import { vendiOfPoints } from "./vendiOfPoints.ts";
import { wasserstein1 } from "./wasserstein1.ts";

/** Every metric of the library. The contract tests run over this list: an entry without its promises does not compile. */
export const metrics: {
  readonly alarmThreshold: typeof alarmThreshold;
  readonly bleu: typeof bleu;
  readonly brier: typeof brier;
  readonly chao1: typeof chao1;
  readonly compressionRatio: typeof compressionRatio;
  readonly demographicParityGap: typeof demographicParityGap;
  readonly densityCoverage: typeof densityCoverage;
  readonly distinctN: typeof distinctN;
  readonly energyDistance: typeof energyDistance;
  readonly entropy: typeof entropy;
  readonly equalOpportunityGap: typeof equalOpportunityGap;
  readonly expectedCalibrationError: typeof expectedCalibrationError;
  readonly falseAlarmRate: typeof falseAlarmRate;
  readonly firstAlarm: typeof firstAlarm;
  readonly frechetDistance: typeof frechetDistance;
  readonly frechetDistanceOfSamples: typeof frechetDistanceOfSamples;
  readonly gaussianMmd2: typeof gaussianMmd2;
  readonly gaussianWasserstein2: typeof gaussianWasserstein2;
  readonly goodTuringUnseenMass: typeof goodTuringUnseenMass;
  readonly hellinger: typeof hellinger;
  readonly hillNumber: typeof hillNumber;
  readonly jensenShannon: typeof jensenShannon;
  readonly klDivergence: typeof klDivergence;
  readonly klGaussian: typeof klGaussian;
  readonly kolmogorovSmirnov: typeof kolmogorovSmirnov;
  readonly manifoldMetrics: typeof manifoldMetrics;
  readonly mattr: typeof mattr;
  readonly mauve: typeof mauve;
  readonly mean: typeof mean;
  readonly median: typeof median;
  readonly medianStandardError: typeof medianStandardError;
  readonly minimumGroupShare: typeof minimumGroupShare;
  readonly mmd2: typeof mmd2;
  readonly modesCovered: typeof modesCovered;
  readonly ngramJensenShannon: typeof ngramJensenShannon;
  readonly nonWordShare: typeof nonWordShare;
  readonly perplexity: typeof perplexity;
  readonly precisionRecall: typeof precisionRecall;
  readonly quantile: typeof quantile;
  readonly repetitionRate: typeof repetitionRate;
  readonly selfBleu: typeof selfBleu;
  readonly standardError: typeof standardError;
  readonly tailCoverage: typeof tailCoverage;
  readonly totalVariation: typeof totalVariation;
  readonly typesAlive: typeof typesAlive;
  readonly typeTokenRatio: typeof typeTokenRatio;
  readonly variance: typeof variance;
  readonly vendi: typeof vendi;
  readonly vendiOfPoints: typeof vendiOfPoints;
  readonly wasserstein1: typeof wasserstein1;
} = {
  alarmThreshold,
  bleu,
  brier,
  chao1,
  compressionRatio,
  demographicParityGap,
  densityCoverage,
  distinctN,
  energyDistance,
  entropy,
  equalOpportunityGap,
  expectedCalibrationError,
  falseAlarmRate,
  firstAlarm,
  frechetDistance,
  frechetDistanceOfSamples,
  gaussianMmd2,
  gaussianWasserstein2,
  goodTuringUnseenMass,
  hellinger,
  hillNumber,
  jensenShannon,
  klDivergence,
  klGaussian,
  kolmogorovSmirnov,
  manifoldMetrics,
  mattr,
  mauve,
  mean,
  median,
  medianStandardError,
  minimumGroupShare,
  mmd2,
  modesCovered,
  ngramJensenShannon,
  nonWordShare,
  perplexity,
  precisionRecall,
  quantile,
  repetitionRate,
  selfBleu,
  standardError,
  tailCoverage,
  totalVariation,
  typesAlive,
  typeTokenRatio,
  variance,
  vendi,
  vendiOfPoints,
  wasserstein1,
};
