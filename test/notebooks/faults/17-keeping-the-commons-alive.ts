import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a subsidy that pays the part which comes back anyway",
    edits: [
      { in: "laws/repairingSubsidy.ts", words: "return cost * (1 - 1 / firms);", by: "return cost / firms;" },
    ],
  },
  {
    name: "labs that read one another though borders are shut",
    edits: [
      {
        in: "loops/ecosystem.ts",
        words: "if (migration === 0) return own(model, count, stream, generation);",
        by: "",
      },
      { in: "loops/ecosystem.ts", words: "1 - migration : 0", by: "0.8 - migration : 0.04" },
    ],
  },
  {
    name: "all labs on one stream of luck",
    edits: [{ in: "loops/ecosystem.ts", words: "rng.split(lineage)", by: "rng.split(0)" }],
  },
  {
    name: "a feed in which each lab hears itself alone",
    edits: [{ in: "chapter", words: "before[within(all)]!", by: "before[i - place + within(own)]!" }],
  },
  {
    name: "a detector that is fair to all",
    edits: [{ in: "chapter", words: "community(word) === 3 ? 1 : 0", by: "0" }],
  },
  {
    name: "a quota that takes from anyone",
    edits: [{ in: "chapter", words: "[people, equalVoices, law].map", by: "[people, people, law].map" }],
  },
];
