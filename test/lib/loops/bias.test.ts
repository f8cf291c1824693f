// A model with a bias: it turns a law Q into (1 − ε) Q + ε u. How much of the human law is left under three regimes.
import { test } from "node:test";
import {
  accumulate,
  type Family,
  type Fitted,
  fresh,
  humanWeightUnderAccumulate,
  humanWeightUnderFresh,
  humanWeightUnderReplace,
  manyLoops,
  type Regime,
  replace,
  seeded,
  TokenCounts,
  type UnigramParameters,
  unigramCounts,
} from "../../../lib/index.ts";
import { assertMean } from "./assertMean.ts";

const [epsilon, size, generations] = [0.0566, 200, 60];
const counts = unigramCounts({ vocabularySize: 2 });

/** Humans only ever say 0. The model says 1 by mistake with probability ε: the weight on the human law is the share of 0. */
const biased: Family<number, UnigramParameters, TokenCounts> = {
  name: "biased",
  fit(data): Fitted<number, UnigramParameters, TokenCounts> {
    const { parameters } = counts.fit(data);
    const human = ((1 - epsilon) * parameters.counts[0]!) / parameters.total;
    const precise = TokenCounts.of([Math.round(human * 1e9), Math.round((1 - human) * 1e9)]);
    return { parameters, sample: (count, rng) => counts.fit(precise).sample(count, rng) };
  },
};
const allHuman = (count: number) => new TokenCounts(Uint32Array.of(count, 0), count);

function humanShare(regime: Regime<TokenCounts>, seed: number): Float64Array[] {
  return manyLoops({
    family: biased,
    data: allHuman(size),
    regime,
    generations,
    runs: 300,
    rng: seeded(seed),
    read: { share: ({ model: { parameters } }) => parameters.counts[0]! / parameters.total },
  }).share;
}

test("replace keeps (1 − ε)ᵗ of the human law, accumulate Π (1 − ε/i), a fresh share for ever (300 loops each)", () => {
  const modelBias = epsilon;
  const [replaced, accumulated] = [humanShare(replace(), 150), humanShare(accumulate(), 151)];
  const refreshed = humanShare(fresh({ share: 0.1, source: allHuman }), 152);
  for (const t of [1, 10, 60]) {
    assertMean(replaced[t]!, humanWeightUnderReplace(t, { modelBias }), `replace at ${t}`);
    assertMean(accumulated[t]!, humanWeightUnderAccumulate(t, { modelBias }), `accumulate at ${t}`);
  }
  assertMean(refreshed[60]!, humanWeightUnderFresh(60, { modelBias, freshShare: 0.1 }), "fresh"); // 0.6625 in the end
});
