import { accumulatedVariance } from "./accumulatedVariance.ts";
import { aurocBound } from "./aurocBound.ts";
import { c4 } from "./c4.ts";
import { conditionalFixationTime } from "./conditionalFixationTime.ts";
import { diversityApproachRate } from "./diversityApproachRate.ts";
import { diversityKept } from "./diversityKept.ts";
import { diversityKeptWithFilter } from "./diversityKeptWithFilter.ts";
import { effectiveSize } from "./effectiveSize.ts";
import { ewensTypes } from "./ewensTypes.ts";
import { expectedGreenRate } from "./expectedGreenRate.ts";
import { expectedHeterozygosity } from "./expectedHeterozygosity.ts";
import { expectedLogVariance } from "./expectedLogVariance.ts";
import { expectedSd } from "./expectedSd.ts";
import { expectedSquaredDrift } from "./expectedSquaredDrift.ts";
import { expectedTournamentScore } from "./expectedTournamentScore.ts";
import { expectedTypesAlive } from "./expectedTypesAlive.ts";
import { expectedVariance } from "./expectedVariance.ts";
import { expectedWasserstein2 } from "./expectedWasserstein2.ts";
import { extinctionProbability } from "./extinctionProbability.ts";
import { fixationIndex } from "./fixationIndex.ts";
import { fixationProbability } from "./fixationProbability.ts";
import { greenRateBound } from "./greenRateBound.ts";
import { heterozygosityWithFixedData } from "./heterozygosityWithFixedData.ts";
import { heterozygosityWithFreshData } from "./heterozygosityWithFreshData.ts";
import { inbreedingCoefficient } from "./inbreedingCoefficient.ts";
import { infiniteAllelesHeterozygosity } from "./infiniteAllelesHeterozygosity.ts";
import { isolatedLineagesHeterozygosity } from "./isolatedLineagesHeterozygosity.ts";
import { leadingOrderDiversityKept } from "./leadingOrderDiversityKept.ts";
import { leadingOrderMedianVariance } from "./leadingOrderMedianVariance.ts";
import { leadingOrderWasserstein2 } from "./leadingOrderWasserstein2.ts";
import { lshProbability } from "./lshProbability.ts";
import { lshThreshold } from "./lshThreshold.ts";
import { marginalValueOfHumanData } from "./marginalValueOfHumanData.ts";
import { medianVariance } from "./medianVariance.ts";
import { minHashStandardError } from "./minHashStandardError.ts";
import { nashContributions } from "./nashContributions.ts";
import { repairingSubsidy } from "./repairingSubsidy.ts";
import { representableMass } from "./representableMass.ts";
import { residualPollution } from "./residualPollution.ts";
import { shareAfterSelection } from "./shareAfterSelection.ts";
import { sociallyOptimalContributions } from "./sociallyOptimalContributions.ts";
import { survival } from "./survival.ts";
import { survivorsOfDistinct } from "./survivorsOfDistinct.ts";
import { timeToMonomorphism } from "./timeToMonomorphism.ts";
import { valueOfHumanData } from "./valueOfHumanData.ts";
import { varianceOfLogVariance } from "./varianceOfLogVariance.ts";
import { watermarkPValue } from "./watermarkPValue.ts";
import { watermarkZ } from "./watermarkZ.ts";

/** Every law of the library. The contract tests run over this list: an entry without its calls fails. */
export const laws: {
  readonly accumulatedVariance: typeof accumulatedVariance;
  readonly aurocBound: typeof aurocBound;
  readonly c4: typeof c4;
  readonly conditionalFixationTime: typeof conditionalFixationTime;
  readonly diversityApproachRate: typeof diversityApproachRate;
  readonly diversityKept: typeof diversityKept;
  readonly diversityKeptWithFilter: typeof diversityKeptWithFilter;
  readonly effectiveSize: typeof effectiveSize;
  readonly ewensTypes: typeof ewensTypes;
  readonly expectedGreenRate: typeof expectedGreenRate;
  readonly expectedHeterozygosity: typeof expectedHeterozygosity;
  readonly expectedLogVariance: typeof expectedLogVariance;
  readonly expectedSd: typeof expectedSd;
  readonly expectedSquaredDrift: typeof expectedSquaredDrift;
  readonly expectedTournamentScore: typeof expectedTournamentScore;
  readonly expectedTypesAlive: typeof expectedTypesAlive;
  readonly expectedVariance: typeof expectedVariance;
  readonly expectedWasserstein2: typeof expectedWasserstein2;
  readonly extinctionProbability: typeof extinctionProbability;
  readonly fixationIndex: typeof fixationIndex;
  readonly fixationProbability: typeof fixationProbability;
  readonly greenRateBound: typeof greenRateBound;
  readonly heterozygosityWithFixedData: typeof heterozygosityWithFixedData;
  readonly heterozygosityWithFreshData: typeof heterozygosityWithFreshData;
  readonly inbreedingCoefficient: typeof inbreedingCoefficient;
  readonly infiniteAllelesHeterozygosity: typeof infiniteAllelesHeterozygosity;
  readonly isolatedLineagesHeterozygosity: typeof isolatedLineagesHeterozygosity;
  readonly leadingOrderDiversityKept: typeof leadingOrderDiversityKept;
  readonly leadingOrderMedianVariance: typeof leadingOrderMedianVariance;
  readonly leadingOrderWasserstein2: typeof leadingOrderWasserstein2;
  readonly lshProbability: typeof lshProbability;
  readonly lshThreshold: typeof lshThreshold;
  readonly marginalValueOfHumanData: typeof marginalValueOfHumanData;
  readonly medianVariance: typeof medianVariance;
  readonly minHashStandardError: typeof minHashStandardError;
  readonly nashContributions: typeof nashContributions;
  readonly repairingSubsidy: typeof repairingSubsidy;
  readonly representableMass: typeof representableMass;
  readonly residualPollution: typeof residualPollution;
  readonly shareAfterSelection: typeof shareAfterSelection;
  readonly sociallyOptimalContributions: typeof sociallyOptimalContributions;
  readonly survival: typeof survival;
  readonly survivorsOfDistinct: typeof survivorsOfDistinct;
  readonly timeToMonomorphism: typeof timeToMonomorphism;
  readonly valueOfHumanData: typeof valueOfHumanData;
  readonly varianceOfLogVariance: typeof varianceOfLogVariance;
  readonly watermarkPValue: typeof watermarkPValue;
  readonly watermarkZ: typeof watermarkZ;
} = {
  accumulatedVariance,
  aurocBound,
  c4,
  conditionalFixationTime,
  diversityApproachRate,
  diversityKept,
  diversityKeptWithFilter,
  effectiveSize,
  ewensTypes,
  expectedGreenRate,
  expectedHeterozygosity,
  expectedLogVariance,
  expectedSd,
  expectedSquaredDrift,
  expectedTournamentScore,
  expectedTypesAlive,
  expectedVariance,
  expectedWasserstein2,
  extinctionProbability,
  fixationIndex,
  fixationProbability,
  greenRateBound,
  heterozygosityWithFixedData,
  heterozygosityWithFreshData,
  inbreedingCoefficient,
  infiniteAllelesHeterozygosity,
  isolatedLineagesHeterozygosity,
  leadingOrderDiversityKept,
  leadingOrderMedianVariance,
  leadingOrderWasserstein2,
  lshProbability,
  lshThreshold,
  marginalValueOfHumanData,
  medianVariance,
  minHashStandardError,
  nashContributions,
  repairingSubsidy,
  representableMass,
  residualPollution,
  shareAfterSelection,
  sociallyOptimalContributions,
  survival,
  survivorsOfDistinct,
  timeToMonomorphism,
  valueOfHumanData,
  varianceOfLogVariance,
  watermarkPValue,
  watermarkZ,
};
