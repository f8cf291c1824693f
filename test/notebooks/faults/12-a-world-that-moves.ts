import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a drifting world that stands still",
    claim: "claim-items",
    edits: [
      {
        in: "loops/driftingWorld.ts",
        words: "path.at(-1)! + step * standardNormal(steps)",
        by: "path.at(-1)! + 0 * standardNormal(steps)",
      },
    ],
  },
  {
    name: "a best weight that knows nothing of the drift",
    claim: "claim-items",
    edits: [
      {
        in: "laws/driftedRatio.ts",
        words: "human * (drift / variance + 1 / synthetic)",
        by: "human * (0 * drift + 1 / synthetic)",
      },
    ],
  },
  {
    name: "fresh words that are never mixed in",
    claim: "claim-bits-tenth",
    edits: [
      {
        in: "loops/fresh.ts",
        words: "concatenate(human, synthetic(step.size - humans))",
        by: "synthetic(step.size)",
      },
    ],
  },
  {
    name: "a threshold for a rate of false alarms five times as high",
    claim: "claim-alarm",
    edits: [
      {
        in: "metrics/alarmThreshold.ts",
        words: "Math.floor(rate * n * (1 + 1e-12))",
        by: "Math.floor(5 * rate * n)",
      },
    ],
  },
  {
    name: "fresh words that are always those of 1850",
    claim: "claim-bits-tenth",
    edits: [
      {
        in: "chapter",
        words: "authors[began + round - 1]!;",
        by: "authors[began]!;",
      },
    ],
  },
  {
    name: "a buffer without its newest round",
    claim: "claim-buffer",
    edits: [
      {
        in: "chapter",
        words: "sum += readings[kept - L]!;",
        by: "sum += readings[Math.max(0, kept - L - 1)]!;",
      },
    ],
  },
];
