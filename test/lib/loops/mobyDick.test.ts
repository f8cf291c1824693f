// Words of Moby-Dick that survive t copies: the exact law, and the numbers that the course quotes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mobyDick } from "../../../data/moby-dick/load.ts";
import {
  entropy,
  expectedTypesAlive,
  manyLoops,
  mean,
  replace,
  seeded,
  standardError,
  TokenCounts,
  tokenize,
  typesAlive,
  unigramCounts,
  vocabulary,
} from "../../../lib/index.ts";

test("of 17 080 words of Moby-Dick 13 824, 8 836, 6 498 and 3 506 are alive after 1, 5, 10 and 30 copies (12 loops)", async () => {
  const book = vocabulary(tokenize((await mobyDick()).text));
  assert.equal(book.size, 17_080);
  assert.equal(book.counts.filter((count) => count === 1).length, 7517);
  const { alive, bits } = manyLoops({
    family: unigramCounts({ vocabularySize: book.size }),
    data: TokenCounts.of(book.counts),
    regime: replace(),
    generations: 30,
    runs: 12,
    rng: seeded(160),
    read: {
      alive: ({ model }) => typesAlive(model.parameters.counts),
      bits: ({ model }) => entropy(model.parameters.counts, { base: 2 }),
    },
  });
  const quoted = { 1: 13_824, 2: 11_914, 3: 10_597, 5: 8836, 10: 6498, 20: 4477, 30: 3506 };
  for (const [copies, types] of Object.entries(quoted)) {
    const t = Number(copies);
    assert.ok(Math.abs(expectedTypesAlive(book.counts, t) - types) < 1, `law at ${t}`);
    assert.ok(
      Math.abs(mean(alive[t]!) - types) <= 4 * standardError(alive[t]!),
      `types at ${t}: ${mean(alive[t]!)} ± ${standardError(alive[t]!)}`,
    );
  }
  // Simulated entropies quoted to three digits: 9.985, 9.922, 9.614, 9.282 bits.
  for (const [t, quote] of [
    [0, 9.985],
    [1, 9.922],
    [10, 9.614],
    [30, 9.282],
  ] as const)
    assert.ok(
      Math.abs(mean(bits[t]!) - quote) <= 4 * standardError(bits[t]!) + 0.01,
      `bits at ${t}: ${mean(bits[t]!)}`,
    );
});
