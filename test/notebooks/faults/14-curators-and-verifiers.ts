import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a reader who keeps any candidate",
    claim: "claim-line-loops",
    edits: [
      {
        in: "loops/bestOf.ts",
        words: "kept[i] = i * candidates + bradleyTerry(rewards, rng);",
        by: "kept[i] = i * candidates;",
      },
    ],
  },
  {
    name: "a verifier that accepts what it should reject",
    claim: "claim-rumour",
    edits: [
      {
        in: "loops/verified.ts",
        words: "const verdict = accepts(item, rng);",
        by: "const verdict = !accepts(item, rng);",
      },
    ],
  },
  {
    name: "a truncated normal with its density at the wrong end",
    claim: "claim-belief",
    edits: [
      {
        in: "laws/verifiedSlopeUpdate.ts",
        words: "Math.exp((-low * low) / 2) - Math.exp((-high * high) / 2)",
        by: "Math.exp((-low * low) / 2) + Math.exp((-high * high) / 2)",
      },
    ],
  },
  {
    name: "human data that nobody mixes in",
    claim: "claim-real",
    edits: [
      {
        in: "chapter",
        words: "regime: human > 0 ? fresh({ share: human, source: evenly }) : replace(),",
        by: "regime: replace(),",
      },
    ],
  },
  {
    name: "wrong labels that are kept as readily as right ones",
    claim: "claim-breakdown",
    edits: [
      {
        in: "chapter",
        words: "binomial({ trials: wrong, p: kept.wrong })(rng)",
        by: "binomial({ trials: wrong, p: kept.right })(rng)",
      },
    ],
  },
];
