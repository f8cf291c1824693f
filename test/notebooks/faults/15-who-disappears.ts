import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "drawn labels that are the likeliest after all",
    claim: "claim-penguins",
    edits: [
      {
        in: "models/generativeClassifier.ts",
        words: 'return choice === "argmax" ? likeliest(shares) : drawn(shares, rng!);',
        by: "return likeliest(shares);",
      },
    ],
  },
  {
    name: "a classifier that forgets how large the groups are",
    claim: "claim-penguins",
    edits: [
      {
        in: "models/generativeClassifier.ts",
        words: "Math.log(priors[c]!) + model.logProb!(x)",
        by: "model.logProb!(x)",
      },
    ],
  },
  {
    name: "opportunity counted among all, and not among those for whom yes was right",
    claim: "claim-measures",
    edits: [
      {
        in: "metrics/parts/groupRates.ts",
        words: "if (among && !Number(among.outcomes[i])) continue;",
        by: "",
      },
    ],
  },
  {
    name: "every loop of drift on the same stream",
    claim: "claim-drift",
    edits: [{ in: "chapter", words: 'rng.split("drift").split(run)', by: 'rng.split("drift").split(0)' }],
  },
  {
    name: "a border in the middle, whatever the shares",
    claim: "claim-map",
    edits: [
      {
        in: "laws/argmaxRelabelUpdate.ts",
        words: "(Math.log1p(-share) - Math.log(share)) / distance",
        by: "0",
      },
      { in: "chapter", words: "distance / 2 + Math.log((1 - share) / share) / distance", by: "distance / 2" },
    ],
  },
];
