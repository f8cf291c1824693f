export * from "./accumulate.ts";
export * from "./accumulateSubsample.ts";
export * from "./augment.ts";
export * from "./fixedShare.ts";
export * from "./fresh.ts";
export * from "./replace.ts";
export * from "./weighted.ts";
