import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a variety that counts each word once",
    claim: "claim-H",
    edits: [{ in: "chapter", words: "agree += (count / N) ** 2;", by: "agree += count / N / N;" }],
  },
  {
    name: "every ending on the same stream",
    claim: "claim-winner",
    edits: [{ in: "chapter", words: 'rng.split("ending").split(run)', by: 'rng.split("ending").split(0)' }],
  },
  {
    name: "a law of selection where there is none",
    claim: "claim-winner",
    edits: [{ in: "chapter", words: "{ size: N, selection: 0 }", by: "{ size: N, selection: 0.1 }" }],
  },
];
