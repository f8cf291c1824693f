import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a ridge that does not grow with the generation",
    claim: "claim-loop-5",
    edits: [
      {
        in: "laws/adaptiveShrinkage.ts",
        words: "signal / (signal + error)",
        by: "signal / (signal + fitError)",
      },
    ],
  },
  {
    name: "every run on the same stream",
    claim: "claim-library",
    edits: [{ in: "loops/manyLoops.ts", words: "rng.split(run)", by: "rng.split(0)" }],
  },
  {
    name: "a model that writes without noise",
    claim: "claim-library",
    edits: [
      {
        in: "models/parts/linearFamily.ts",
        words: "row[d] = at(row, 0) + sd * standardNormal(rng)",
        by: "row[d] = at(row, 0)",
      },
    ],
  },
  {
    name: "a shrunken model that is not handed on",
    claim: "claim-hand-on",
    edits: [{ in: "chapter", words: "w[j]! *= keep;", by: "" }],
  },
  {
    name: "human points in the place of the sister set",
    claim: "claim-sister",
    edits: [
      {
        in: "chapter",
        words: 'sister = write(kind, learned, own.split("sister").split(t));',
        by: 'sister = human(own.split("sister").split(t));',
      },
    ],
  },
];
