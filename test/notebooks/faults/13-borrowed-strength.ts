import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a ridge that does not grow with the generation",
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
    edits: [{ in: "loops/manyLoops.ts", words: "rng.split(run)", by: "rng.split(0)" }],
  },
  {
    name: "a model that writes without noise",
    edits: [
      {
        in: "internal/linearFamily.ts",
        words: "row[d] = at(row, 0) + sd * standardNormal(rng)",
        by: "row[d] = at(row, 0)",
      },
    ],
  },
  {
    name: "a shrunken model that is not handed on",
    edits: [{ in: "chapter", words: "w[j]! *= keep;", by: "" }],
  },
  {
    name: "human points in the place of the sister set",
    edits: [
      {
        in: "chapter",
        words: 'sister = write(kind, learned, own.split("sister").split(t));',
        by: 'sister = human(own.split("sister").split(t));',
      },
    ],
  },
];
