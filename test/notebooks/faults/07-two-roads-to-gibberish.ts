import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a temperature that works the wrong way",
    claim: "claim-repeats",
    edits: [
      { in: "decoding/temperature.ts", words: "/ most) ** (1 / T)", by: "/ most) ** T" },
      { in: "decoding/temperature.ts", words: "power: 1 / T", by: "power: T" },
    ],
  },
  {
    name: "a smoothing that trusts its counts too much",
    claim: "claim-blurring",
    edits: [
      {
        in: "models/addAlpha.ts",
        words: "(occurrences + alpha * vocabularySize)",
        by: "(occurrences + alpha)",
      },
    ],
  },
  {
    name: "human text that is never mixed in",
    claim: "claim-fresh",
    edits: [
      {
        in: "loops/fresh.ts",
        words: "concatenate(human, synthetic(step.size - humans))",
        by: "synthetic(step.size)",
      },
    ],
  },
];
