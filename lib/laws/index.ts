import { accumulatedSquaredDrift } from "./accumulatedSquaredDrift.ts";
import { accumulatedVariance } from "./accumulatedVariance.ts";
import { adaptiveRidgeError } from "./adaptiveRidgeError.ts";
import { adaptiveShrinkage } from "./adaptiveShrinkage.ts";
import { addAlphaProbability } from "./addAlphaProbability.ts";
import { admissibleSyntheticSize } from "./admissibleSyntheticSize.ts";
import { argmaxRelabelUpdate } from "./argmaxRelabelUpdate.ts";
import { aurocBound } from "./aurocBound.ts";
import { bestOfKUpdate } from "./bestOfKUpdate.ts";
import { bestSyntheticSize } from "./bestSyntheticSize.ts";
import { blurredVariance } from "./blurredVariance.ts";
import { breakdownErrorRate } from "./breakdownErrorRate.ts";
import { c4 } from "./c4.ts";
import { closedLoopLogOdds } from "./closedLoopLogOdds.ts";
import { collapseProbabilityBounds } from "./collapseProbabilityBounds.ts";
import { collapseTimeBounds } from "./collapseTimeBounds.ts";
import { conditionalFixationTime } from "./conditionalFixationTime.ts";
import { constantRidgeError } from "./constantRidgeError.ts";
import { diversityApproachRate } from "./diversityApproachRate.ts";
import { diversityKept } from "./diversityKept.ts";
import { diversityKeptWithFilter } from "./diversityKeptWithFilter.ts";
import { driftedRatio } from "./driftedRatio.ts";
import { effectiveSize } from "./effectiveSize.ts";
import { effectiveSizeRatio } from "./effectiveSizeRatio.ts";
import { effectiveTokens } from "./effectiveTokens.ts";
import { escapeTokens } from "./escapeTokens.ts";
import { ewensTypes } from "./ewensTypes.ts";
import { expectedGreenRate } from "./expectedGreenRate.ts";
import { expectedHeterozygosity } from "./expectedHeterozygosity.ts";
import { expectedLogVariance } from "./expectedLogVariance.ts";
import { expectedSd } from "./expectedSd.ts";
import { expectedSimpson } from "./expectedSimpson.ts";
import { expectedSquaredDrift } from "./expectedSquaredDrift.ts";
import { expectedTailCoverage } from "./expectedTailCoverage.ts";
import { expectedTournamentScore } from "./expectedTournamentScore.ts";
import { expectedTypes } from "./expectedTypes.ts";
import { expectedTypesAlive } from "./expectedTypesAlive.ts";
import { expectedVariance } from "./expectedVariance.ts";
import { expectedWasserstein2 } from "./expectedWasserstein2.ts";
import { extinctionProbability } from "./extinctionProbability.ts";
import { fixationIndex } from "./fixationIndex.ts";
import { fixationProbability } from "./fixationProbability.ts";
import { fixedRealError } from "./fixedRealError.ts";
import { goldenWeight } from "./goldenWeight.ts";
import { greenRateBound } from "./greenRateBound.ts";
import { heatDeathShare } from "./heatDeathShare.ts";
import { heterozygosityWithFixedData } from "./heterozygosityWithFixedData.ts";
import { heterozygosityWithFreshData } from "./heterozygosityWithFreshData.ts";
import { humanWeightUnderAccumulate } from "./humanWeightUnderAccumulate.ts";
import { humanWeightUnderFresh } from "./humanWeightUnderFresh.ts";
import { humanWeightUnderReplace } from "./humanWeightUnderReplace.ts";
import { hutterError } from "./hutterError.ts";
import { inbreedingCoefficient } from "./inbreedingCoefficient.ts";
import { infiniteAllelesHeterozygosity } from "./infiniteAllelesHeterozygosity.ts";
import { isolatedLineagesHeterozygosity } from "./isolatedLineagesHeterozygosity.ts";
import { kalmanUpdate } from "./kalmanUpdate.ts";
import { leadingOrderDiversityKept } from "./leadingOrderDiversityKept.ts";
import { leadingOrderHumanWeight } from "./leadingOrderHumanWeight.ts";
import { leadingOrderHutterError } from "./leadingOrderHutterError.ts";
import { leadingOrderHutterFloor } from "./leadingOrderHutterFloor.ts";
import { leadingOrderMedianVariance } from "./leadingOrderMedianVariance.ts";
import { leadingOrderSyntheticSize } from "./leadingOrderSyntheticSize.ts";
import { leadingOrderWasserstein2 } from "./leadingOrderWasserstein2.ts";
import { lshProbability } from "./lshProbability.ts";
import { lshThreshold } from "./lshThreshold.ts";
import { marginalValueOfHumanData } from "./marginalValueOfHumanData.ts";
import { medianVariance } from "./medianVariance.ts";
import { minHashStandardError } from "./minHashStandardError.ts";
import { missProbability } from "./missProbability.ts";
import { nashContributions } from "./nashContributions.ts";
import { regressionErrorUnderAccumulate } from "./regressionErrorUnderAccumulate.ts";
import { regressionErrorUnderGrowth } from "./regressionErrorUnderGrowth.ts";
import { regressionErrorUnderReplace } from "./regressionErrorUnderReplace.ts";
import { repairingSubsidy } from "./repairingSubsidy.ts";
import { representableMass } from "./representableMass.ts";
import { residualPollution } from "./residualPollution.ts";
import { scheduledMoments } from "./scheduledMoments.ts";
import { sdExceedanceBound } from "./sdExceedanceBound.ts";
import { shareAfterSelection } from "./shareAfterSelection.ts";
import { shrunkRegressionError } from "./shrunkRegressionError.ts";
import { sociallyOptimalContributions } from "./sociallyOptimalContributions.ts";
import { strongCollapseError } from "./strongCollapseError.ts";
import { strongCollapseFloor } from "./strongCollapseFloor.ts";
import { subsampledVariance } from "./subsampledVariance.ts";
import { survival } from "./survival.ts";
import { survivalLowerBound } from "./survivalLowerBound.ts";
import { survivorsOfDistinct } from "./survivorsOfDistinct.ts";
import { temperatureMixUpdate } from "./temperatureMixUpdate.ts";
import { timeToMonomorphism } from "./timeToMonomorphism.ts";
import { twoTasteFixedPoint } from "./twoTasteFixedPoint.ts";
import { twoTasteUpdate } from "./twoTasteUpdate.ts";
import { valueOfHumanData } from "./valueOfHumanData.ts";
import { varianceOfLogVariance } from "./varianceOfLogVariance.ts";
import { verifiedSlopeUpdate } from "./verifiedSlopeUpdate.ts";
import { watermarkPValue } from "./watermarkPValue.ts";
import { watermarkZ } from "./watermarkZ.ts";
import { weightedError } from "./weightedError.ts";
import { zipfHutterError } from "./zipfHutterError.ts";
import { zipfTailMass } from "./zipfTailMass.ts";

/** Every law of the library. The contract tests run over this list: an entry without its calls fails. */
export const laws: {
  readonly accumulatedSquaredDrift: typeof accumulatedSquaredDrift;
  readonly accumulatedVariance: typeof accumulatedVariance;
  readonly adaptiveRidgeError: typeof adaptiveRidgeError;
  readonly adaptiveShrinkage: typeof adaptiveShrinkage;
  readonly addAlphaProbability: typeof addAlphaProbability;
  readonly admissibleSyntheticSize: typeof admissibleSyntheticSize;
  readonly argmaxRelabelUpdate: typeof argmaxRelabelUpdate;
  readonly aurocBound: typeof aurocBound;
  readonly bestOfKUpdate: typeof bestOfKUpdate;
  readonly bestSyntheticSize: typeof bestSyntheticSize;
  readonly blurredVariance: typeof blurredVariance;
  readonly breakdownErrorRate: typeof breakdownErrorRate;
  readonly c4: typeof c4;
  readonly closedLoopLogOdds: typeof closedLoopLogOdds;
  readonly collapseProbabilityBounds: typeof collapseProbabilityBounds;
  readonly collapseTimeBounds: typeof collapseTimeBounds;
  readonly conditionalFixationTime: typeof conditionalFixationTime;
  readonly constantRidgeError: typeof constantRidgeError;
  readonly diversityApproachRate: typeof diversityApproachRate;
  readonly diversityKept: typeof diversityKept;
  readonly diversityKeptWithFilter: typeof diversityKeptWithFilter;
  readonly driftedRatio: typeof driftedRatio;
  readonly effectiveSize: typeof effectiveSize;
  readonly effectiveSizeRatio: typeof effectiveSizeRatio;
  readonly effectiveTokens: typeof effectiveTokens;
  readonly escapeTokens: typeof escapeTokens;
  readonly ewensTypes: typeof ewensTypes;
  readonly expectedGreenRate: typeof expectedGreenRate;
  readonly expectedHeterozygosity: typeof expectedHeterozygosity;
  readonly expectedLogVariance: typeof expectedLogVariance;
  readonly expectedSd: typeof expectedSd;
  readonly expectedSimpson: typeof expectedSimpson;
  readonly expectedSquaredDrift: typeof expectedSquaredDrift;
  readonly expectedTailCoverage: typeof expectedTailCoverage;
  readonly expectedTournamentScore: typeof expectedTournamentScore;
  readonly expectedTypes: typeof expectedTypes;
  readonly expectedTypesAlive: typeof expectedTypesAlive;
  readonly expectedVariance: typeof expectedVariance;
  readonly expectedWasserstein2: typeof expectedWasserstein2;
  readonly extinctionProbability: typeof extinctionProbability;
  readonly fixationIndex: typeof fixationIndex;
  readonly fixationProbability: typeof fixationProbability;
  readonly fixedRealError: typeof fixedRealError;
  readonly goldenWeight: typeof goldenWeight;
  readonly greenRateBound: typeof greenRateBound;
  readonly heatDeathShare: typeof heatDeathShare;
  readonly heterozygosityWithFixedData: typeof heterozygosityWithFixedData;
  readonly heterozygosityWithFreshData: typeof heterozygosityWithFreshData;
  readonly humanWeightUnderAccumulate: typeof humanWeightUnderAccumulate;
  readonly humanWeightUnderFresh: typeof humanWeightUnderFresh;
  readonly humanWeightUnderReplace: typeof humanWeightUnderReplace;
  readonly hutterError: typeof hutterError;
  readonly inbreedingCoefficient: typeof inbreedingCoefficient;
  readonly infiniteAllelesHeterozygosity: typeof infiniteAllelesHeterozygosity;
  readonly isolatedLineagesHeterozygosity: typeof isolatedLineagesHeterozygosity;
  readonly kalmanUpdate: typeof kalmanUpdate;
  readonly leadingOrderDiversityKept: typeof leadingOrderDiversityKept;
  readonly leadingOrderHumanWeight: typeof leadingOrderHumanWeight;
  readonly leadingOrderHutterError: typeof leadingOrderHutterError;
  readonly leadingOrderHutterFloor: typeof leadingOrderHutterFloor;
  readonly leadingOrderMedianVariance: typeof leadingOrderMedianVariance;
  readonly leadingOrderSyntheticSize: typeof leadingOrderSyntheticSize;
  readonly leadingOrderWasserstein2: typeof leadingOrderWasserstein2;
  readonly lshProbability: typeof lshProbability;
  readonly lshThreshold: typeof lshThreshold;
  readonly marginalValueOfHumanData: typeof marginalValueOfHumanData;
  readonly medianVariance: typeof medianVariance;
  readonly minHashStandardError: typeof minHashStandardError;
  readonly missProbability: typeof missProbability;
  readonly nashContributions: typeof nashContributions;
  readonly regressionErrorUnderAccumulate: typeof regressionErrorUnderAccumulate;
  readonly regressionErrorUnderGrowth: typeof regressionErrorUnderGrowth;
  readonly regressionErrorUnderReplace: typeof regressionErrorUnderReplace;
  readonly repairingSubsidy: typeof repairingSubsidy;
  readonly representableMass: typeof representableMass;
  readonly residualPollution: typeof residualPollution;
  readonly scheduledMoments: typeof scheduledMoments;
  readonly sdExceedanceBound: typeof sdExceedanceBound;
  readonly shareAfterSelection: typeof shareAfterSelection;
  readonly shrunkRegressionError: typeof shrunkRegressionError;
  readonly sociallyOptimalContributions: typeof sociallyOptimalContributions;
  readonly strongCollapseError: typeof strongCollapseError;
  readonly strongCollapseFloor: typeof strongCollapseFloor;
  readonly subsampledVariance: typeof subsampledVariance;
  readonly survival: typeof survival;
  readonly survivalLowerBound: typeof survivalLowerBound;
  readonly survivorsOfDistinct: typeof survivorsOfDistinct;
  readonly temperatureMixUpdate: typeof temperatureMixUpdate;
  readonly timeToMonomorphism: typeof timeToMonomorphism;
  readonly twoTasteFixedPoint: typeof twoTasteFixedPoint;
  readonly twoTasteUpdate: typeof twoTasteUpdate;
  readonly valueOfHumanData: typeof valueOfHumanData;
  readonly varianceOfLogVariance: typeof varianceOfLogVariance;
  readonly verifiedSlopeUpdate: typeof verifiedSlopeUpdate;
  readonly watermarkPValue: typeof watermarkPValue;
  readonly watermarkZ: typeof watermarkZ;
  readonly weightedError: typeof weightedError;
  readonly zipfHutterError: typeof zipfHutterError;
  readonly zipfTailMass: typeof zipfTailMass;
} = {
  accumulatedSquaredDrift,
  accumulatedVariance,
  adaptiveRidgeError,
  adaptiveShrinkage,
  addAlphaProbability,
  admissibleSyntheticSize,
  argmaxRelabelUpdate,
  aurocBound,
  bestOfKUpdate,
  bestSyntheticSize,
  blurredVariance,
  breakdownErrorRate,
  c4,
  closedLoopLogOdds,
  collapseProbabilityBounds,
  collapseTimeBounds,
  conditionalFixationTime,
  constantRidgeError,
  diversityApproachRate,
  diversityKept,
  diversityKeptWithFilter,
  driftedRatio,
  effectiveSize,
  effectiveSizeRatio,
  effectiveTokens,
  escapeTokens,
  ewensTypes,
  expectedGreenRate,
  expectedHeterozygosity,
  expectedLogVariance,
  expectedSd,
  expectedSimpson,
  expectedSquaredDrift,
  expectedTailCoverage,
  expectedTournamentScore,
  expectedTypes,
  expectedTypesAlive,
  expectedVariance,
  expectedWasserstein2,
  extinctionProbability,
  fixationIndex,
  fixationProbability,
  fixedRealError,
  goldenWeight,
  greenRateBound,
  heatDeathShare,
  heterozygosityWithFixedData,
  heterozygosityWithFreshData,
  humanWeightUnderAccumulate,
  humanWeightUnderFresh,
  humanWeightUnderReplace,
  hutterError,
  inbreedingCoefficient,
  infiniteAllelesHeterozygosity,
  isolatedLineagesHeterozygosity,
  kalmanUpdate,
  leadingOrderDiversityKept,
  leadingOrderHumanWeight,
  leadingOrderHutterError,
  leadingOrderHutterFloor,
  leadingOrderMedianVariance,
  leadingOrderSyntheticSize,
  leadingOrderWasserstein2,
  lshProbability,
  lshThreshold,
  marginalValueOfHumanData,
  medianVariance,
  minHashStandardError,
  missProbability,
  nashContributions,
  regressionErrorUnderAccumulate,
  regressionErrorUnderGrowth,
  regressionErrorUnderReplace,
  repairingSubsidy,
  representableMass,
  residualPollution,
  scheduledMoments,
  sdExceedanceBound,
  shareAfterSelection,
  shrunkRegressionError,
  sociallyOptimalContributions,
  strongCollapseError,
  strongCollapseFloor,
  subsampledVariance,
  survival,
  survivalLowerBound,
  survivorsOfDistinct,
  temperatureMixUpdate,
  timeToMonomorphism,
  twoTasteFixedPoint,
  twoTasteUpdate,
  valueOfHumanData,
  varianceOfLogVariance,
  verifiedSlopeUpdate,
  watermarkPValue,
  watermarkZ,
  weightedError,
  zipfHutterError,
  zipfTailMass,
};
