// Sweeps: a grid of experiments as a value, its runs in any number of ranges, and what they say beside a law.

export * from "./runsNeeded.ts";
export * from "./sweep.ts";
export * from "./sweepPoints.ts";
export * from "./sweepRows.ts";
export * from "./sweepRuns.ts";
