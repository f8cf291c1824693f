import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a subsidy that pays the part which comes back anyway",
    claim: "claim-subsidy",
    edits: [
      { in: "laws/repairingSubsidy.ts", words: "return cost * (1 - 1 / firms);", by: "return cost / firms;" },
    ],
  },
  {
    name: "labs that read each other lab as much as all together",
    claim: "claim-migration",
    edits: [{ in: "loops/ecosystem.ts", words: "migration / lineages +", by: "migration +" }],
  },
  {
    name: "a law of isolated labs with one lab too many",
    claim: "claim-isolated",
    edits: [
      {
        in: "laws/isolatedLineagesHeterozygosity.ts",
        words: "lost / lineages",
        by: "lost / (lineages + 1)",
      },
    ],
  },
  {
    name: "a world at rest",
    claim: "claim-law",
    edits: [{ in: "chapter", words: "rng.next() < 1 / 4 ?", by: "rng.next() < 0 ?" }],
  },
  {
    name: "a feed in which each lab hears itself alone",
    claim: "claim-law",
    edits: [
      { in: "chapter", words: "(1 - humanShare) * all)]!", by: "(1 - humanShare) * own) + i - place]!" },
    ],
  },
  {
    name: "a detector that is fair to all",
    claim: "claim-detection",
    edits: [{ in: "chapter", words: "community(word) === 3 ? 1 : 0", by: "0" }],
  },
  {
    name: "a quota that takes from anyone",
    claim: "claim-law",
    edits: [{ in: "chapter", words: "[people, equalVoices, law].map", by: "[people, people, law].map" }],
  },
];
