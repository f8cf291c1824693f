import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a boat that never comes",
    claim: "claim-boats",
    edits: [{ in: "chapter", words: "const p = m * (1 / 2) + (1 - m) * singA;", by: "const p = singA;" }],
  },
  {
    name: "throws whose chances are not those of a binomial",
    claim: "claim-boats",
    edits: [
      { in: "chapter", words: "chance *= ((n - k + 1) / k) * (p / (1 - p));", by: "chance *= p / (1 - p);" },
    ],
  },
  {
    name: "fresh human words that are never mixed in",
    claim: "claim-words",
    edits: [
      {
        in: "loops/fresh.ts",
        words: "concatenate(human, synthetic(step.size - humans))",
        by: "synthetic(step.size)",
      },
    ],
  },
  {
    name: "the fixed human set that is left out after the first model",
    claim: "claim-fixed",
    edits: [
      {
        in: "loops/augment.ts",
        words: "return concatenate(real, synthetic(size));",
        by: "return synthetic(size);",
      },
    ],
  },
  {
    name: "fixed and fresh that are taken for each other",
    claim: "claim-fixed-mean",
    edits: [{ in: "chapter", words: 'if (kind === "fresh") human', by: 'if (kind === "fixed") human' }],
  },
  {
    name: "sums of squares with a degree of freedom too many",
    claim: "claim-admissible",
    edits: [
      {
        in: "random/chiSquared.ts",
        words: "shape: degreesOfFreedom / 2,",
        by: "shape: (degreesOfFreedom + 1) / 2,",
      },
    ],
  },
];
