import { accumulatedVariance } from "./accumulatedVariance.ts";
import { c4 } from "./c4.ts";
import { expectedLogVariance } from "./expectedLogVariance.ts";
import { expectedSd } from "./expectedSd.ts";
import { expectedSquaredDrift } from "./expectedSquaredDrift.ts";
import { expectedTypesAlive } from "./expectedTypesAlive.ts";
import { expectedVariance } from "./expectedVariance.ts";
import { expectedWasserstein2 } from "./expectedWasserstein2.ts";
import { extinctionProbability } from "./extinctionProbability.ts";
import { leadingOrderMedianVariance } from "./leadingOrderMedianVariance.ts";
import { leadingOrderWasserstein2 } from "./leadingOrderWasserstein2.ts";
import { medianVariance } from "./medianVariance.ts";
import { representableMass } from "./representableMass.ts";
import { survival } from "./survival.ts";
import { survivorsOfDistinct } from "./survivorsOfDistinct.ts";
import { varianceOfLogVariance } from "./varianceOfLogVariance.ts";

/** Every law of the library. The contract tests run over this list: an entry without its calls fails. */
export const laws: {
  readonly accumulatedVariance: typeof accumulatedVariance;
  readonly c4: typeof c4;
  readonly expectedLogVariance: typeof expectedLogVariance;
  readonly expectedSd: typeof expectedSd;
  readonly expectedSquaredDrift: typeof expectedSquaredDrift;
  readonly expectedTypesAlive: typeof expectedTypesAlive;
  readonly expectedVariance: typeof expectedVariance;
  readonly expectedWasserstein2: typeof expectedWasserstein2;
  readonly extinctionProbability: typeof extinctionProbability;
  readonly leadingOrderMedianVariance: typeof leadingOrderMedianVariance;
  readonly leadingOrderWasserstein2: typeof leadingOrderWasserstein2;
  readonly medianVariance: typeof medianVariance;
  readonly representableMass: typeof representableMass;
  readonly survival: typeof survival;
  readonly survivorsOfDistinct: typeof survivorsOfDistinct;
  readonly varianceOfLogVariance: typeof varianceOfLogVariance;
} = {
  accumulatedVariance,
  c4,
  expectedLogVariance,
  expectedSd,
  expectedSquaredDrift,
  expectedTypesAlive,
  expectedVariance,
  expectedWasserstein2,
  extinctionProbability,
  leadingOrderMedianVariance,
  leadingOrderWasserstein2,
  medianVariance,
  representableMass,
  survival,
  survivorsOfDistinct,
  varianceOfLogVariance,
};
