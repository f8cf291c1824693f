import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "the wrong divisor of a variance",
    claim: "fourteen-tests",
    edits: [{ in: "chapter", words: "chiSquare(rng) / (M - ddof)", by: "chiSquare(rng) / (M - 1)" }],
  },
  {
    name: "a chi-squared with a degree of freedom too many",
    claim: "claim-tail",
    edits: [{ in: "chapter", words: "degreesOfFreedom: M - 1 }", by: "degreesOfFreedom: M }" }],
  },
  {
    name: "a mean that slips as far when the width has gone",
    claim: "fourteen-tests",
    edits: [
      {
        in: "chapter",
        words: "(width / Math.sqrt(M)) * standardNormal",
        by: "(1 / Math.sqrt(M)) * standardNormal",
      },
    ],
  },
];
