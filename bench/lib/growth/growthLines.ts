import type { GrowthLine } from "./growthLine.ts";
import { loopLines } from "./loopLines.ts";
import { metricLines } from "./metricLines.ts";
import { modelLines } from "./modelLines.ts";
import { networkLines } from "./networkLines.ts";

/** All lines: models, networks, metrics and loops of the library. */
export const growthLines: readonly GrowthLine[] = [
  ...modelLines,
  ...networkLines,
  ...metricLines,
  ...loopLines,
];

/** What has no line, and why. */
export const withoutGrowth: Readonly<Record<string, string>> = {
  gaussianMmd2: "a closed form of four numbers",
  gaussianWasserstein2: "a closed form of four numbers",
  klGaussian: "a closed form of four numbers",
};
