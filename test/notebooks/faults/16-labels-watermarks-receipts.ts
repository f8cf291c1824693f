import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a detector that counts repeated pairs each time",
    claim: "claim-spread",
    edits: [
      {
        in: "provenance/parts/watermarking.ts",
        words: "if (known.has(pair)) continue;",
        by: "",
      },
    ],
  },
  {
    name: "a tournament in which the smaller bit wins half of the time",
    claim: "claim-quarter",
    edits: [
      {
        in: "provenance/tournamentWatermark.ts",
        words: "law[token]! *= 1 + ((hashes[token]! >>> layer) & 1) - expected;",
        by: "law[token]! *= 1 + (((hashes[token]! >>> layer) & 1) - expected) / 2;",
      },
    ],
  },
  {
    name: "one key for all innocent texts",
    claim: "claim-innocent",
    edits: [{ in: "chapter", words: "key: key, greenShare: 0.25,", by: "key: 0, greenShare: 0.25," }],
  },
  {
    name: "machine texts that score like human ones",
    claim: "claim-filtered",
    edits: [{ in: "chapter", words: "const middle = copied ? machine :", by: "const middle = copied ? 0 :" }],
  },
  {
    name: "caught and missed machine texts mixed up",
    claim: "claim-residual",
    edits: [
      {
        in: "laws/residualPollution.ts",
        words: "const machine = pollution * (1 - truePositiveRate);",
        by: "const machine = pollution * truePositiveRate;",
      },
    ],
  },
  {
    name: "a MinHash whose functions are all the same",
    claim: "claim-looked",
    edits: [
      {
        in: "provenance/minHash.ts",
        words: "mix(Math.imul(hash, factors[k]!) + shifts[k]!)",
        by: "mix(Math.imul(hash, factors[0]!) + shifts[0]!)",
      },
    ],
  },
  {
    name: "an inclusion proof that does not look at the item",
    claim: "claim-tampered",
    edits: [
      {
        in: "provenance/verifyInclusion.ts",
        words: "return last === 0 && bytesToHex(hash) === root.toLowerCase();",
        by: "return last === 0;",
      },
    ],
  },
];
