import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a gain that forgets the noise of copying",
    claim: "claim-riccati",
    edits: [{ in: "laws/kalmanUpdate.ts", words: "(variance + process)", by: "variance" }],
  },
  {
    name: "copies without a slip",
    claim: "claim-error-1",
    edits: [
      { in: "chapter", words: "const slip = Math.sqrt(k) * standardNormal(rng);", by: "const slip = 0;" },
    ],
  },
  {
    name: "the weights of human and synthetic numbers swapped",
    claim: "claim-pooling",
    edits: [
      {
        in: "loops/weighted.ts",
        words: "fill((human * size) / n, 0, n)",
        by: "fill(((1 - human) * size) / n, 0, n)",
      },
      {
        in: "loops/weighted.ts",
        words: "fill(((1 - human) * size) / (size - n), n)",
        by: "fill((human * size) / (size - n), n)",
      },
    ],
  },
];
