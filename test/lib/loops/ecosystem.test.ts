import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  ecosystem,
  expectedHeterozygosity,
  gaussian,
  isolatedLineagesHeterozygosity,
  loop,
  replace,
  seeded,
  TokenCounts,
  unigram,
  unigramCounts,
} from "../../../lib/index.ts";
import { assertMean } from "./assertMean.ts";

const [size, lineages, runs] = [20, 4, 400];
const human = [8, 6, 4, 2];
const first = 1 - human.reduce((sum, count) => sum + (count / size) ** 2, 0);

/** Chance that two draws of the lineages' mean law differ, in each generation; and the mean over single lineages. */
function diversities(migration: number, generations: number, seed: number) {
  const pooled = Array.from({ length: generations + 1 }, () => new Float64Array(runs));
  const within = Array.from({ length: generations + 1 }, () => new Float64Array(runs));
  for (let run = 0; run < runs; run += 1) {
    const years = ecosystem({
      family: unigramCounts({ vocabularySize: human.length }),
      data: TokenCounts.of(human),
      regime: replace(),
      lineages,
      migration,
      generations,
      rng: seeded(seed).split(run),
    });
    let year = 0;
    for (const lives of years) {
      const shares = lives.map(({ model }) => Array.from(model.parameters.counts, (count) => count / size));
      const mean = human.map((_, token) => shares.reduce((sum, p) => sum + p[token]! / lineages, 0));
      const differ = (p: readonly number[]) => 1 - p.reduce((sum, share) => sum + share ** 2, 0);
      pooled[year]![run] = differ(mean);
      within[year]![run] = shares.reduce((sum, p) => sum + differ(p) / lineages, 0);
      year += 1;
    }
  }
  return { pooled, within };
}

test("isolated lineages each lose all diversity, and keep H₀ (1 − 1/D) between them (400 ecosystems of 4)", () => {
  const { pooled, within } = diversities(0, 200, 120);
  const law = (t: number) => isolatedLineagesHeterozygosity(t, { lineages, size, heterozygosity: first });
  for (const t of [0, 5, 30]) {
    if (t > 0) assertMean(pooled[t]!, law(t), `pooled at ${t}`);
    if (t > 0)
      assertMean(within[t]!, expectedHeterozygosity(t, { size, heterozygosity: first }), `within at ${t}`);
  }
  assertMean(pooled[200]!, first * (1 - 1 / lineages), "pooled in the end");
  assert.ok(within[200]!.every((diversity) => diversity < 0.51));
});

test("with migration 1 all lineages drink from one pool: together they drift as one of D · N items (400 ecosystems)", () => {
  const { pooled, within } = diversities(1, 40, 121);
  for (const t of [1, 10, 40]) {
    const law = first * (1 - 1 / (lineages * size)) ** t;
    assertMean(pooled[t]!, law, `pooled at ${t}`);
    // A lineage is a sample of N from the pool of the generation before.
    assertMean(within[t]!, first * (1 - 1 / (lineages * size)) ** (t - 1) * (1 - 1 / size), `within at ${t}`);
  }
});

test("a little migration keeps lineages richer within and poorer between than none", () => {
  const [none, some] = [diversities(0, 60, 122), diversities(0.05, 60, 122)];
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  assert.ok(sum(some.within[60]!) > 2 * sum(none.within[60]!));
});

test("an isolated lineage is the loop of its own stream", () => {
  const family = gaussian({ ddof: 1 });
  const common = { family, data: Float64Array.of(1, 2, 3, 4), regime: accumulate(), generations: 3 };
  const years = [...ecosystem({ ...common, lineages: 2, migration: 0, rng: seeded(1) })];
  for (const d of [0, 1]) {
    assert.deepEqual(
      years.map((lives) => lives[d]!.model.parameters),
      Array.from(loop({ ...common, rng: seeded(1).split(d) }), ({ model }) => model.parameters),
    );
  }
});

test("lineages may have data and regimes of their own, and migrants keep the number of items", () => {
  const family = unigram({ vocabularySize: 4 });
  const years = ecosystem({
    family,
    data: (_, lineage) => new Uint32Array(6).fill(lineage),
    regime: (lineage) => (lineage === 0 ? replace() : accumulate()),
    lineages: 2,
    migration: 0.5,
    generations: 2,
    size: 6,
    rng: seeded(2),
  });
  const lengths = Array.from(years, (lives) => lives.map(({ data }) => data!.length));
  assert.deepEqual(lengths, [
    [6, 6],
    [6, 12],
    [6, 18],
  ]);
});

test("an ecosystem names what it rejects", () => {
  const family = gaussian({ ddof: 1 });
  const common = { family, data: Float64Array.of(1, 2), regime: replace(), generations: 1, rng: seeded(1) };
  assert.throws(
    () => ecosystem({ ...common, lineages: 0, migration: 0 }).next(),
    /lineages must be an integer of at least 1, got 0/,
  );
  assert.throws(
    () => ecosystem({ ...common, lineages: 2, migration: 2 }).next(),
    /migration must lie between 0 and 1, got 2/,
  );
});
