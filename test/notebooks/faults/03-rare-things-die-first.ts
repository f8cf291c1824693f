import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a copy drawn without putting back",
    claim: "claim-types",
    edits: [{ in: "models/unigram.ts", words: "resample(text, count, rng)", by: "text.slice(0, count)" }],
  },
  {
    // In the chapter's own few lines too, as in chapter 1.
    name: "a law that halves the children of a word",
    claim: "claim-good-turing",
    edits: [
      { in: "laws/extinctionProbability.ts", words: "Math.exp(q - 1)", by: "Math.exp((q - 1) / 2)" },
      {
        in: "chapter",
        words: "copy += 1) q = Math.exp(q - 1);",
        by: "copy += 1) q = Math.exp((q - 1) / 2);",
      },
    ],
  },
  {
    name: "a human text that comes back in every generation",
    claim: "claim-types",
    edits: [
      {
        in: "loops/replace.ts",
        words: "next: ({ synthetic, size }) => synthetic(size)",
        by: "next: ({ synthetic, size, real }) => (real as never) ?? synthetic(size)",
      },
    ],
  },
];
