import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a boat that never comes",
    edits: [{ in: "chapter", words: "const p = m * (1 / 2) + (1 - m) * singA;", by: "const p = singA;" }],
  },
  {
    name: "islands that all begin with the same song",
    edits: [{ in: "chapter", words: "let singA = own.next() < 1 / 2 ? 1 : 0;", by: "let singA = 1;" }],
  },
  {
    name: "fresh human words that are never mixed in",
    edits: [
      {
        in: "loops/fresh.ts",
        words: "concatenate(human as Batch, synthetic(step.size - humans))",
        by: "synthetic(step.size)",
      },
    ],
  },
  {
    name: "a chance to be human that is taken for a share",
    edits: [
      {
        in: "internal/humanItems.ts",
        words: "return binomial({ trials: size, p: scheduledShare(action, \"chance\", chance, generation) })(rng!);",
        by: "return Math.floor(scheduledShare(action, \"chance\", chance, generation) * (size - 1));",
      },
    ],
  },
  {
    name: "the fixed human set that is left out after the first model",
    edits: [{ in: "loops/augment.ts", words: "return concatenate(real, synthetic(size));", by: "return synthetic(size);" }],
  },
  {
    name: "fixed and fresh that are taken for each other",
    edits: [{ in: "chapter", words: 'if (kind === "fresh") human', by: 'if (kind === "fixed") human' }],
  },
  {
    name: "copies with a luck of their own in the number of human ones",
    edits: [
      {
        in: "random/chiSquared.ts",
        words: "shape: degreesOfFreedom / 2,",
        by: "shape: (degreesOfFreedom + 1) / 2,",
      },
    ],
  },
];
