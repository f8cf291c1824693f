import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "human text that is never mixed in",
    claim: "claim-effective",
    edits: [{ in: "laws/effectiveTokens.ts", words: "return cleanShare * tokens;", by: "return tokens;" }],
  },
  {
    name: "a mixture with its shares swapped",
    claim: "claim-readers",
    edits: [
      {
        in: "chapter",
        words: "rng.next() < 0.01 ? human(rng) : model(rng)",
        by: "rng.next() < 0.01 ? model(rng) : human(rng)",
      },
    ],
  },
  {
    name: "rows of the model that nobody reads",
    claim: "claim-strong",
    edits: [
      {
        in: "chapter",
        words: "if (fromModel > 0) sums.add(forgetful.sample(fromModel, rng));",
        by: "if (fromModel > 0) sums.add(world.sample(fromModel, rng));",
      },
    ],
  },
];
