/**
 * What is to be said of a data set before anybody learns from it, in the seven sections of "Datasheets for
 * Datasets"; the questions stand in `datasheetSchema`. Answers are texts, "none" and "unknown" among them, but
 * for two numbers that model collapse turns on: how many items there are, and which share a machine wrote.
 */
export interface Datasheet {
  readonly motivation: Record<"purpose" | "creators" | "funding", string>;
  readonly composition: {
    /** How many items, an integer ≥ 0. */
    readonly count: number;
    /** Share of items that a machine wrote, 0 … 1, or "unknown". */
    readonly syntheticShare: number | "unknown";
  } & Record<"items" | "sampling" | "groups" | "labels" | "missing" | "errors" | "privacy", string>;
  readonly collection: Record<"method" | "people" | "time" | "consent" | "review", string>;
  readonly preprocessing: Record<"steps" | "removed" | "rawData", string>;
  readonly uses: Record<"done" | "suitable" | "unsuitable" | "risks", string>;
  readonly distribution: Record<"access" | "licence" | "restrictions", string>;
  readonly maintenance: Record<"maintainer" | "contact" | "updates" | "versions" | "objections", string>;
}
