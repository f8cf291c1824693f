// Seeded Wright–Fisher runs against the laws of genes: each within 4 standard errors of its runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  categorical,
  conditionalFixationTime,
  diversityKeptWithFilter,
  ewensTypes,
  expectedHeterozygosity,
  fixationProbability,
  heterozygosityWithFixedData,
  heterozygosityWithFreshData,
  integer,
  isolatedLineagesHeterozygosity,
  mean,
  type Rng,
  resample,
  seeded,
  standardError,
  survivorsOfDistinct,
  timeToMonomorphism,
} from "../../../lib/index.ts";

const zipf = Array.from({ length: 20 }, (_, i) => 1 / (i + 1));
const total = zipf.reduce((sum, w) => sum + w, 0);
const human = zipf.map((w) => w / total);
const heterozygosity = 1 - human.reduce((sum, p) => sum + p * p, 0);
const write = categorical(human);
const fromHumans = (count: number, rng: Rng) => Uint32Array.from({ length: count }, () => write(rng));

/** 1 − Σ p² of some items. */
function diversity(...groups: Uint32Array[]): number {
  const counts = new Map<number, number>();
  const n = groups.reduce((sum, items) => sum + items.length, 0);
  for (const items of groups) for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return 1 - Array.from(counts.values()).reduce((sum, count) => sum + (count / n) ** 2, 0);
}
/** Each run on a stream of its own. */
const runs = (count: number, seed: number, run: (rng: Rng) => number): number[] =>
  Array.from({ length: count }, (_, i) => run(seeded(seed).split(i)));

function within4(values: number[], law: number, bias = 0): void {
  const [observed, se] = [mean(values), standardError(values)];
  assert.ok(Math.abs(observed - law) <= 4 * se + bias, `${observed} ± ${se}, not ${law}`);
}
/** A generation of `size` items: fresh(rng) with probability `share`, else copies of the last. */
function next(
  last: Uint32Array,
  size: number,
  share: number,
  fresh: (rng: Rng) => number,
  rng: Rng,
): Uint32Array {
  return Uint32Array.from({ length: size }, () =>
    rng.next() < share ? fresh(rng) : last[integer(last.length, rng)]!,
  );
}

for (const t of [10, 30, 60]) {
  test(`heterozygosity after ${t} generations of 50 items follows (1 − 1/N)^t`, () => {
    const values = runs(800, t, (rng) => {
      let items = fromHumans(50, rng); // the first generation of copies
      for (let i = 1; i < t; i += 1) items = resample(items, 50, rng);
      return diversity(items);
    });
    within4(values, expectedHeterozygosity(t, { size: 50, heterozygosity }));
  });
}

test("type i wins with its share, and the time to one type is the diffusion's less about 2", () => {
  const size = 50;
  const start = Uint32Array.from({ length: size }, (_, i) => (i < 25 ? 0 : i < 40 ? 1 : 2));
  const winners: number[] = [];
  const times = runs(1500, 1, (rng) => {
    let items = start;
    let t = 0;
    for (; items.some((item) => item !== items[0]); t += 1) items = resample(items, size, rng);
    winners.push(items[0]!);
    return t;
  });
  const shares = [0.5, 0.3, 0.2];
  for (const [type, share] of shares.entries()) {
    const won = winners.map((winner) => (winner === type ? 1 : 0));
    within4(won, fixationProbability(share, { size, selection: 0 }));
    const timesWon = times.filter((_, run) => winners[run] === type);
    within4(timesWon, conditionalFixationTime(share, { size }) - 2, 0.25);
  }
  within4(times, timeToMonomorphism(shares, { size }) - 2, 0.25); // exactly 1.8 … 2.05 at N = 50
});

test("of 1000 different items as many have descendants as the branching process says", () => {
  for (const t of [1, 5, 10]) {
    const values = runs(60, t, (rng) => {
      let items: Uint32Array = Uint32Array.from({ length: 1000 }, (_, i) => i);
      for (let i = 0; i < t; i += 1) items = resample(items, 1000, rng);
      return new Set(items).size;
    });
    within4(values, survivorsOfDistinct(1000, t), 0.003 * t); // finite N: 37.9, not 37.7, at t = 50
  }
});

for (const freshShare of [0.01, 0.1]) {
  test(`with a share ${freshShare} of fresh human data diversity follows its course from nothing`, () => {
    for (const t of [3, 30]) {
      const values = runs(500, t, (rng) => {
        let items: Uint32Array = new Uint32Array(100).fill(write(rng)); // collapsed: everything says one thing
        for (let i = 0; i < t; i += 1) items = next(items, 100, freshShare, write, rng);
        return diversity(items);
      });
      within4(values, heterozygosityWithFreshData(t, { size: 100, freshShare, heterozygosity, start: 0 }));
    }
  });
}

test("with a fixed human set diversity settles where the law says", () => {
  const [realSize, syntheticSize] = [20, 30];
  for (const t of [1, 8]) {
    const values = runs(3000, t, (rng) => {
      const real = fromHumans(realSize, rng);
      let data = real;
      for (let i = 0; i < t; i += 1) {
        const synthetic = resample(data, syntheticSize, rng);
        data = Uint32Array.from([...real, ...synthetic]);
      }
      return diversity(data);
    });
    within4(values, heterozygosityWithFixedData(t, { realSize, syntheticSize, heterozygosity }));
  }
});

test("with new types at rate μ the loop keeps θ/(1 + θ) of diversity and Ewens' number of types", () => {
  const [size, novelty, t] = [200, 0.005, 400];
  const types: number[] = [];
  const values = runs(150, 5, (rng) => {
    let items: Uint32Array = new Uint32Array(size);
    let known = 0;
    const invent = () => {
      known += 1;
      return known;
    };
    for (let i = 0; i < t; i += 1) items = next(items, size, novelty, invent, rng);
    types.push(new Set(items).size);
    return diversity(items);
  });
  within4(values, heterozygosityWithFreshData(t, { size, freshShare: novelty, heterozygosity: 1, start: 0 }));
  const law = ewensTypes(2 * size * novelty, { size });
  within4(types, law, 0.06 * law); // θ = 2Nμ is the large-N value
});

test("the pool of four lineages that do not share follows its law", () => {
  const loop = { lineages: 4, size: 20, heterozygosity };
  for (const t of [5, 60]) {
    const values = runs(500, t, (rng) => {
      const labs = Array.from({ length: loop.lineages }, () => {
        let items = fromHumans(loop.size, rng);
        for (let i = 1; i < t; i += 1) items = resample(items, loop.size, rng);
        return items;
      });
      return diversity(...labs);
    });
    within4(values, isolatedLineagesHeterozygosity(t, loop));
  }
});

test("a filtered feed keeps the diversity that the detector's rates say", () => {
  const feed = { size: 100, pollution: 0.97, truePositiveRate: 0.8, falsePositiveRate: 0.1 };
  const values = runs(400, 3, (rng) => {
    let items = fromHumans(100, rng);
    for (let t = 0; t < 60; t += 1) {
      const last = items;
      items = Uint32Array.from({ length: feed.size }, () => {
        for (;;) {
          const machine = rng.next() < feed.pollution;
          const flagged = rng.next() < (machine ? feed.truePositiveRate : feed.falsePositiveRate);
          if (!flagged) return machine ? last[integer(last.length, rng)]! : write(rng);
        }
      });
    }
    return diversity(items);
  });
  within4(values, heterozygosity * diversityKeptWithFilter(feed)); // (1 − m)^120 (1 − 1/N)^60 = 1e-7 from the limit
});
