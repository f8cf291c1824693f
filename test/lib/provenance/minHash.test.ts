// MinHash and its buckets against the exact similarity and their laws.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  candidatePairs,
  integer,
  jaccardSimilarity,
  lshProbability,
  mean,
  minHash,
  minHashStandardError,
  seeded,
  shingles,
  signatureSimilarity,
  standardError,
  variance,
  withoutNearDuplicates,
} from "../../../lib/index.ts";

/** Two sets of names, `shared` in both and `own` more in each: J = shared / (shared + 2 own). */
function pair(shared: number, own: number): [Set<string>, Set<string>] {
  const names = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix} ${i}`);
  const both = names("both", shared);
  return [new Set([...both, ...names("one", own)]), new Set([...both, ...names("other", own)])];
}

for (const [shared, own] of [
  [20, 40],
  [50, 25],
  [160, 20],
] as const) {
  const [a, b] = pair(shared, own);
  const similarity = shared / (shared + 2 * own);
  test(`minHash(): estimates of J = ${similarity.toFixed(2)} have its mean and standard deviation over seeds`, () => {
    assert.equal(jaccardSimilarity(a, b), similarity);
    const [hashes, seeds] = [100, 400];
    const estimates = Array.from({ length: seeds }, (_, seed) => {
      const signature = minHash({ hashes, seed });
      return signatureSimilarity(signature(a), signature(b));
    });
    assert.ok(Math.abs(mean(estimates) - similarity) < 4 * standardError(estimates), `${mean(estimates)}`);
    const sd = Math.sqrt(variance(estimates, { ddof: 1 }));
    const law = minHashStandardError(similarity, { hashes });
    assert.ok(Math.abs(sd / law - 1) < 4 / Math.sqrt(2 * seeds), `sd ${sd}, not ${law}`);
  });
  test(`minHash(): one estimate of J = ${similarity.toFixed(2)} with 2000 hashes lies within 3 sd`, () => {
    const signature = minHash({ hashes: 2000, seed: 1 });
    const error = Math.abs(signatureSimilarity(signature(a), signature(b)) - similarity);
    assert.ok(error < 3 * minHashStandardError(similarity, { hashes: 2000 }), `${error}`);
  });
  test(`candidatePairs(): a pair of J = ${similarity.toFixed(2)} is found as often as the S-curve says`, () => {
    const [bands, rows, seeds] = [8, 3, 500];
    let found = 0;
    for (let seed = 0; seed < seeds; seed += 1) {
      const signature = minHash({ hashes: bands * rows, seed });
      found += candidatePairs([signature(a), signature(b)], { bands, rows }).length;
    }
    const p = lshProbability(similarity, { bands, rows });
    assert.ok(
      Math.abs(found / seeds - p) <= 4 * Math.sqrt((p * (1 - p)) / seeds),
      `${found / seeds}, not ${p}`,
    );
  });
}

test("minHash() depends on seed and set, not on order, and leaves the set alone", () => {
  const set = Object.freeze(["x", "y", "z"]);
  const signature = minHash({ hashes: 8, seed: 3 });
  assert.deepEqual(signature(set), signature(set.toReversed()));
  assert.notDeepEqual(signature(set), minHash({ hashes: 8, seed: 4 })(set));
  assert.equal(signatureSimilarity(signature([]), signature([])), 1);
});

test("shingles() are runs of neighbours, each once", () => {
  assert.deepEqual([...shingles(["a", "b", "a", "b"], { size: 2 })], ["a\0b", "b\0a"]);
  assert.equal(shingles([..."ab"], { size: 3 }).size, 0);
  assert.notDeepEqual(shingles(["ab", "c"], { size: 2 }), shingles(["a", "bc"], { size: 2 }));
  assert.equal(shingles([1, 2, 3], { size: 1 }).size, 3);
});

test("candidatePairs() gives each pair once, in order, and a whole band must agree", () => {
  const signatures = [
    [1, 2, 3, 4],
    [1, 2, 3, 4],
    [1, 9, 9, 4],
    [1, 2, 9, 9],
  ];
  assert.deepEqual(candidatePairs(signatures, { bands: 2, rows: 2 }), [
    [0, 1],
    [0, 3],
    [1, 3],
  ]);
  assert.deepEqual(candidatePairs([], { bands: 2, rows: 2 }), []);
});

test("withoutNearDuplicates() keeps the first of each group in a collection of 200 texts", () => {
  const rng = seeded(8);
  const word = () => String(integer(2000, rng));
  const originals = Array.from({ length: 100 }, () => Array.from({ length: 120 }, word));
  const copies = originals.map((text) => text.with(integer(120, rng), "changed")); // 1 word: J ≥ 113/123
  const documents = [...originals, ...copies].map((text) => shingles(text, { size: 5 }));
  const { kept, pairs } = withoutNearDuplicates(documents, { threshold: 0.8, bands: 20, rows: 5, seed: 1 });
  assert.deepEqual(
    kept,
    originals.map((_, i) => i),
  );
  assert.deepEqual(
    pairs.map(({ i, j }) => [i, j]),
    originals.map((_, i) => [i, i + 100]),
  );
  for (const { i, j, similarity } of pairs) {
    assert.equal(similarity, jaccardSimilarity(documents[i]!, documents[j]!));
  }
});

test("withoutNearDuplicates() links a chain of near-duplicates", () => {
  const chain = [0, 1, 2].map((shift) => new Set(Array.from({ length: 30 }, (_, i) => `${i + 3 * shift}`)));
  const options = { threshold: 0.75, bands: 40, rows: 2, seed: 1 }; // J = 27/33 next to each other, 24/36 at the ends
  assert.deepEqual(withoutNearDuplicates([chain[0]!, chain[2]!, chain[1]!], options).kept, [0]);
  assert.deepEqual(withoutNearDuplicates([chain[0]!, chain[2]!], options).kept, [0, 1]);
  assert.deepEqual(withoutNearDuplicates([], options), { kept: [], pairs: [] });
});

test("near-duplicate functions name the argument they reject", () => {
  assert.throws(() => minHash({ hashes: 0, seed: 1 }), /hashes must be an integer of at least 1, got 0/);
  assert.throws(() => minHash({ hashes: 1, seed: -1 }), /seed must be an integer of at least 0, got -1/);
  assert.throws(() => shingles([], { size: 0 }), /size must be an integer of at least 1, got 0/);
  assert.throws(() => signatureSimilarity([], []), /a must hold at least 1 value, got 0/);
  assert.throws(() => signatureSimilarity([1, 2], [1]), /b must hold 2 values as a does, got 1/);
  assert.throws(
    () => candidatePairs([[1, 2]], { bands: 2, rows: 2 }),
    /signatures\[0\] must hold at least 4 values, got 2/,
  );
  assert.throws(
    () => withoutNearDuplicates([], { threshold: Number.NaN, bands: 1, rows: 1, seed: 1 }),
    /threshold must lie between 0 and 1, got NaN/,
  );
});
