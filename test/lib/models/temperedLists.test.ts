// What tempered n-gram models weigh: every context's sums against p^(1/T) of its own distribution, token by token.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addAlpha, jelinekMercer, ngram, seeded, unsmoothed, wittenBell, zipf } from "../../../lib/index.ts";
import { nextToken } from "../../../lib/models/parts/nextToken.ts";
import { headOf, ranksOf, temperedContexts } from "../../../lib/models/parts/temperedLists.ts";
import { unlistedToken } from "../../../lib/models/parts/unlistedToken.ts";

const vocabularySize = 50;
const text = ngram({ order: 2, vocabularySize, smoothing: addAlpha({ alpha: 0.1 }) })
  .fit(Uint32Array.from({ length: 300 }, (_, i) => (i * i) % 47))
  .sample(1200, seeded(21));
const order = 3;
const smoothings = {
  unsmoothed: unsmoothed(),
  "Witten–Bell": wittenBell(),
  "add 0.1": addAlpha({ alpha: 0.1 }),
  "Jelinek–Mercer": jelinekMercer({ weights: [0.1, 0.2, 0.3, 0.4] }),
  "Jelinek–Mercer that trusts no pair": jelinekMercer({ weights: [0.1, 0.2, 0, 0.7] }),
  "Jelinek–Mercer that trusts no triple": jelinekMercer({ weights: [0.1, 0.2, 0.7, 0] }),
  "Jelinek–Mercer that trusts no count": jelinekMercer({ weights: [0.3, 0, 0.3, 0.4] }),
};

for (const [name, smoothing] of Object.entries(smoothings)) {
  for (const T of [0.3, 1, 1.3, 5]) {
    test(`${name}, T = ${T}: after every context each listed token weighs p^(1/T), and all weigh their sum`, () => {
      const next = nextToken(text, order, vocabularySize, smoothing);
      const { groups, lists, ready } = temperedContexts(next, 1 / T);
      const { strings } = next.tree;
      let listed = 0;
      for (let context = 0; context + 1 < strings[order - 1]!.first.length; context += 1) {
        const place = next.tree.places[strings[order - 1]!.first[context]!]!;
        const p = next.distribution([next.tree.before(place, 2), next.tree.before(place, 1)]);
        const weights = p.map((value) => value ** (1 / T));
        const sum = weights.reduce((total, weight) => total + weight, 0);
        const [length, here] = ready(order - 1, context);
        const own = lists[length]!;
        const head = headOf(own.first, here);
        if (length === 0) {
          close(groups.total, sum, sum);
          continue;
        }
        close(own.heads[head]!, sum, sum);
        const isOver = own.under[here]! > 0;
        for (let i = own.first[here]!; i < own.heads[head + 3]!; i += 1) {
          const from = i > own.first[here]! ? own.upper[i - 1]! : 0;
          close(own.upper[i]! - (isOver ? own.lower[i]! : from), weights[own.tokens[i]!]!, sum);
          listed += 1;
        }
      }
      assert.ok(listed > 500);
    });
  }
}

test("of the tokens that a list does not hold, each is drawn from a stretch as long as what it weighs", () => {
  const [word, words] = [zipf({ exponent: 1, types: 150 }), seeded(23)];
  const skewed = Uint32Array.from({ length: 2000 }, () => word(words)); // few contexts with many successors
  const next = nextToken(skewed, 2, 151, jelinekMercer({ weights: [0.2, 0.5, 0.3] }));
  const { groups, lists, ready } = temperedContexts(next, 0.7);
  const [own, rng, steps] = [lists[1]!, seeded(22), 5000];
  const sizes = new Set<boolean>();
  for (let context = 0; context + 1 < own.first.length; context += 1) {
    ready(1, context);
    const head = headOf(own.first, context);
    const [start, size] = [ranksOf(head), own.heads[head + 3]! - own.first[context]!];
    const taken = new Set(own.ranks.subarray(start, start + size));
    assert.deepEqual(
      [...taken].map((rank) => groups.tokens[rank]!).sort((a, b) => a - b),
      [...own.tokens.subarray(own.first[context]!, own.heads[head + 3]!)],
    );
    sizes.add(size >= 32); // lists with sums of their own, and lists without
    const all = (own.heads[head]! - own.heads[head + 1]!) / own.heads[head + 2]!;
    // A place that was rounded up to the end, where the groups may all be used up.
    assert.ok(!taken.has(groups.rankOf[unlistedToken(groups, own, context, all * (1 + 1e-12), rng)]!));
    const seen = new Float64Array(groups.weights.length); // by group: within one, tokens are drawn evenly
    for (let step = 0; step < steps; step += 1) {
      const token = unlistedToken(groups, own, context, ((step + 0.5) / steps) * all, rng);
      assert.ok(!taken.has(groups.rankOf[token]!), `${token} is listed`);
      seen[groups.groupOf[token]!]! += 1;
    }
    for (const [group, weight] of groups.weights.entries()) {
      const left = groups.tokens
        .subarray(groups.first[group]!, groups.first[group + 1]!)
        .filter((token) => !taken.has(groups.rankOf[token]!)).length;
      const expected = ((weight * left) / all) * steps;
      assert.ok(Math.abs(seen[group]! - expected) <= 1, `group ${group}: ${seen[group]}, not ${expected}`);
    }
  }
  assert.equal(sizes.size, 2);
});

/** Equal but for rounding, measured on the sum of all weights. */
function close(value: number, wanted: number, scale: number): void {
  assert.ok(Math.abs(value - wanted) <= 1e-13 * scale, `${value}, not ${wanted}`);
}
