import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a Hellinger distance that is not halved",
    claim: "claim-references",
    edits: [{ in: "metrics/hellinger.ts", words: "Math.sqrt(squares / 2)", by: "Math.sqrt(squares)" }],
  },
  {
    name: "the two forms of Chao1 swapped",
    claim: "claim-references",
    edits: [{ in: "metrics/chao1.ts", words: "if (biasCorrected) return", by: "if (!biasCorrected) return" }],
  },
  {
    name: "a Vendi score of squared similarities",
    claim: "claim-references",
    edits: [
      {
        in: "metrics/vendi.ts",
        words: 'return spectralDiversity(action, "similarities", values, n, n);',
        by: 'return spectralDiversity(action, "similarities", values.map((x) => x * x), n, n);',
      },
    ],
  },
];
