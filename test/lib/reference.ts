import { readFileSync } from "node:fs";

type Loop = { size: number; generation: number; ddof: 0 | 1 };

/** What test/reference/basics.py prints. */
interface Reference {
  gaussianLaws: (Loop &
    Record<"c4" | "variance" | "sd" | "drift" | "wasserstein2" | "logVariance" | "varianceOfLog", number>)[];
  medianOneGeneration: { size: number; ddof: 0 | 1; median: number }[];
  medianManyGenerations: { size: number; generation: number; median: number }[];
  accumulated: { size: number; batches: number; value: number }[];
  vocabulary: {
    q: Record<string, number>;
    survival: { count: number; generation: number; value: number }[];
    zipf: { exponent: number; types: number; size: number; mass: Record<string, number> };
  };
  samples: { a: number[]; b: number[]; quantiles: Record<string, number> } & Record<
    "mean" | "variance0" | "variance1" | "standardError" | "wasserstein1" | "entropyBits" | "entropyNats",
    number
  >;
  streams: Record<string, number[]>;
}

/** Numbers computed by other software than ours, one file per area; see test/reference/README.md. */
export function readReference<Shape>(area: string): Shape {
  return JSON.parse(readFileSync(new URL(`../reference/${area}.json`, import.meta.url), "utf8"));
}

export const reference: Reference = readReference("basics");

/** Relative difference of two numbers; 0 when they agree exactly. */
export function relativeError(actual: number, expected: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected || 1);
}
