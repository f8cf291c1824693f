// Laws of mixed, weighted and curated data give the values that the course quotes, to the digits that it quotes.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import { close, quoted } from "./quoted.ts";

test("the golden ratio is a Kalman gain", () => {
  quoted(lib.goldenWeight(1), "0.6180");
  quoted(lib.goldenWeight(0.25), "0.3904");
  quoted(lib.goldenWeight(4), "0.8284");
  quoted(lib.weightedError(Infinity, { weight: 0.5, ratio: 1 }), "0.6667"); // pooling
  for (const ratio of [1e-6, 0.25, 1, 4, 1e6]) {
    const weight = lib.goldenWeight(ratio);
    close(lib.weightedError(Infinity, { weight, ratio }) / weight, 1, 1e-12);
    let variance = 1;
    let gain = 0;
    for (let t = 0; t < 60 / weight; t += 1) {
      ({ gain, variance } = lib.kalmanUpdate(variance, { process: ratio, observation: 1 }));
      if (gain === weight) break;
    }
    close(gain / weight, 1, 1e-12);
    close(variance / weight, 1, 1e-12);
  }
  quoted(
    lib.goldenWeight(lib.driftedRatio({ human: 100, synthetic: 100, variance: 1, drift: 0.02 })),
    "0.791",
  );
  quoted(lib.fixedRealError(Infinity, { syntheticPerReal: 1 }), "1.3333");
  close(lib.goldenWeight(1e-12), 1e-6, 1e-11);
});

test("breakdownErrorRate() tells the four quoted cases apart", () => {
  for (const [wrong, keepsCorrect, keepsWrong, good] of [
    [0.7, 0.8, 0.3, true],
    [0.7, 0.9, 0.45, false],
    [0.6, 0.8, 0.3, true],
    [0.6, 0.5, 0.5, false],
  ] as const) {
    assert.equal(wrong < lib.breakdownErrorRate({ keepsCorrect, keepsWrong }), good);
  }
});

test("curation: E e^r rises every time until one item is left", () => {
  const rewards = Array.from({ length: 13 }, (_, i) => (i - 6) / 4);
  let p: ArrayLike<number> = new Array(13).fill(1 / 13);
  const strength = (law: ArrayLike<number>) => rewards.reduce((sum, r, i) => sum + law[i]! * Math.exp(r), 0);
  for (let t = 0; t < 400; t += 1) {
    const next = lib.bestOfKUpdate(p, rewards, { candidates: 2 });
    assert.ok(strength(next) >= strength(p) - 1e-12);
    p = next;
  }
  assert.ok(p[12]! > 0.999);
  const [many, all] = [1e7, Infinity].map((candidates) =>
    lib.bestOfKUpdate([0.5, 0.5], [0, 1], { candidates }),
  );
  close(many![0]!, all![0]!, 1e-6);
  close(lib.bestOfKUpdate([0.7, 0.3], [0, 5], { candidates: 1 })[0]!, 0.7, 1e-13);
});

test("two tastes live together where the minority curates more than 1/(E + 1)", () => {
  quoted(lib.twoTasteFixedPoint(0.6, { advantage: 3 }), "0.6105");
  quoted(lib.twoTasteFixedPoint(0.8, { advantage: 3 }), "0.8314");
  quoted(lib.twoTasteFixedPoint(0.6, { advantage: 1 }), "0.7164");
  assert.equal(lib.twoTasteFixedPoint(0.8, { advantage: 1 }), 1);
  const edge = 1 / (Math.E + 1);
  assert.equal(lib.twoTasteFixedPoint(edge - 1e-6, { advantage: 1 }), 0);
  assert.ok(lib.twoTasteFixedPoint(edge + 1e-6, { advantage: 1 }) > 0);
});

test("a biased verifier draws the slope to its own centre", () => {
  const verifier = { noiseSd: 0.5, centre: 1.3, radius: 0.2, tolerance: 0.5 };
  const seen = new Map<number, number>();
  let slope = 1;
  for (let round = 1; round <= 30; round += 1) {
    slope = lib.verifiedSlopeUpdate(slope, verifier);
    seen.set(round, slope);
  }
  for (const [round, quote] of [
    [1, 1.134],
    [3, 1.24],
    [10, 1.3],
    [30, 1.3],
  ] as const) {
    close(seen.get(round)!, quote, 0.003); // quoted from single runs
  }
});

test("heat death: the stability threshold at T = 0.8, and log-odds that grow by 1/T", () => {
  const settled = (freshShare: number) => {
    let p: ArrayLike<number> = [0.6, 0.4];
    for (let t = 0; t < 3000; t += 1) {
      p = lib.temperatureMixUpdate(p, { human: [0.5, 0.5], freshShare, temperature: 0.8 });
    }
    return p[0]!;
  };
  quoted(settled(0.15), "0.781");
  quoted(settled(0.25), "0.500");
  close(lib.heatDeathShare(0.8), 0.2, 1e-15);
  assert.equal(lib.heatDeathShare(1.2), 0);
  let p: ArrayLike<number> = [0.6, 0.4];
  const options = { human: [0.6, 0.4], freshShare: 0, temperature: 0.8 };
  for (let t = 0; t < 4; t += 1) p = lib.temperatureMixUpdate(p, options);
  close(Math.log(p[0]! / p[1]!), lib.closedLoopLogOdds(Math.log(1.5), 4, options), 1e-13);
});

test("argmaxRelabelUpdate() shrinks a minority as quoted", () => {
  const shares = (distance: number, rounds: number) => {
    const seen = [0.2];
    for (let t = 0; t < rounds; t += 1) seen.push(lib.argmaxRelabelUpdate(seen.at(-1)!, { distance }));
    return seen;
  };
  for (const [t, quote] of ["0.200", "0.190", "0.180", "0.169", "0.159"].entries()) {
    quoted(shares(3, 4)[t]!, quote);
  }
  const [, first, second, third] = shares(1, 3);
  close(first!, 0.0613, 1e-4);
  quoted(second!, "0.0014");
  assert.ok(third! < 1e-11);
  close(lib.argmaxRelabelUpdate(0.5, { distance: 2 }), 0.5, 1e-15);
});

test("collapse: Simpson's index is 1 less heterozygosity", () => {
  const simpson = lib.expectedSimpson(30, { size: 50, simpson: 0.1 });
  close(simpson, 1 - lib.expectedHeterozygosity(30, { size: 50, heterozygosity: 0.9 }), 1e-14);
});
