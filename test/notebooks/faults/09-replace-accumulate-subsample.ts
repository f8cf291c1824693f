import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "rows that accumulate forgets",
    claim: "claim-replace",
    edits: [
      {
        in: "loops/accumulate.ts",
        words: "previous ? concatenate(previous, synthetic(size)) : synthetic(size)",
        by: "synthetic(size)",
      },
    ],
  },
  {
    name: "every loop on the same stream",
    claim: "claim-replace",
    edits: [{ in: "chapter", words: "rng.split(name).split(run)", by: "rng.split(name).split(0)" }],
  },
  {
    name: "a variance divided by one less",
    claim: "claim-sine",
    edits: [{ in: "chapter", words: "gaussianMoments({ ddof: 0 })", by: "gaussianMoments({ ddof: 1 })" }],
  },
];
