import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a detector that counts repeated pairs each time",
    edits: [
      {
        in: "internal/watermarking.ts",
        words: "if (known.has(pair)) continue;",
        by: "",
      },
    ],
  },
  {
    name: "a tournament in which the smaller bit wins half of the time",
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
    edits: [{ in: "chapter", words: "key: key, greenShare: 0.25,", by: "key: 0, greenShare: 0.25," }],
  },
  {
    name: "a filter that passes the machines and stops the humans",
    edits: [
      {
        in: "chapter",
        words: "standardNormal(own) > threshold) continue;",
        by: "standardNormal(own) < threshold) continue;",
      },
    ],
  },
  {
    name: "a MinHash whose functions are all the same",
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
    edits: [
      {
        in: "provenance/verifyInclusion.ts",
        words: "return last === 0 && bytesToHex(hash) === root.toLowerCase();",
        by: "return last === 0;",
      },
    ],
  },
];
