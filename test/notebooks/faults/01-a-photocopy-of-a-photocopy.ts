import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    // In the chapter's own few lines too: else it would end where they disagree with the library.
    name: "the wrong ddof",
    claim: "claim-median",
    edits: [
      { in: "models/gaussian.ts", words: "squares / (n - ddof)", by: "squares / n" },
      { in: "chapter", words: "(x.length - 1)", by: "x.length" },
    ],
  },
  {
    name: "every run on the same stream",
    claim: "claim-median",
    edits: [{ in: "loops/manyLoops.ts", words: "rng.split(run)", by: "rng.split(0)" }],
  },
  {
    name: "standard deviations taken for variances",
    claim: "claim-median",
    edits: [{ in: "chapter", words: "ofRuns.map((s) => s * s)", by: "ofRuns.map((s) => s)" }],
  },
];
