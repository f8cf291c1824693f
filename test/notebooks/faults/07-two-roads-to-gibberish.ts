import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "human text that is never mixed in",
    edits: [
      {
        in: "loops/fresh.ts",
        words: "concatenate(human as Batch, synthetic(step.size - humans))",
        by: "synthetic(step.size)",
      },
    ],
  },
];
