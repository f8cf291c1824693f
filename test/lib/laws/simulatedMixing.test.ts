// Seeded runs of mixed, weighted and curated data against their laws.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import { categorical, mean, type Rng, seeded, standardError, standardNormal } from "../../../lib/index.ts";
import { normals, simulate } from "./simulate.ts";

test("means: a fixed human set, a weighted mixture, and a world that drifts", () => {
  const [human, synthetic, drift] = [4, 8, 0.1];
  const ratio = lib.driftedRatio({ human, synthetic, variance: 1, drift });
  const weight = lib.goldenWeight(ratio);
  const run = (rng: Rng) => {
    const meanOf = (count: number, centre: number) => mean(normals(count, rng, centre));
    const own = meanOf(human, 0);
    let [fixed, weighted, followed, world] = [own, own, own, 0];
    for (let t = 0; t < 40; t += 1) {
      fixed = (human * own + synthetic * meanOf(synthetic, fixed)) / (human + synthetic);
      if (t < 3) weighted = 0.4 * meanOf(human, 0) + 0.6 * meanOf(synthetic, weighted);
      world += Math.sqrt(drift) * standardNormal(rng);
      followed = weight * meanOf(human, world) + (1 - weight) * meanOf(synthetic, followed);
    }
    return [human * fixed ** 2, human * weighted ** 2, human * (followed - world) ** 2];
  };
  simulate(5000, 9, run, [
    lib.fixedRealError(40, { syntheticPerReal: synthetic / human }),
    lib.weightedError(3, { weight: 0.4, ratio: human / synthetic }),
    weight,
  ]);
});

test("effectiveSizeRatio(): pooled fresh and synthetic samples", () => {
  const [human, synthetic] = [5, 15];
  const run = (rng: Rng) => {
    let centre = 0;
    for (let t = 0; t < 20; t += 1) {
      const data = [...normals(human, rng), ...normals(synthetic, rng, centre)];
      centre = mean(data);
    }
    return [human * centre ** 2];
  };
  simulate(4000, 10, run, [1 / lib.effectiveSizeRatio(human / (human + synthetic))]);
});

test("bestOfKUpdate(): curators who choose one of three", () => {
  const p = [0.5, 0.3, 0.2];
  const rewards = [0, 1, 2];
  const draw = categorical(p);
  const run = (rng: Rng) => {
    const offered = [draw(rng), draw(rng), draw(rng)];
    const chosen = offered[categorical(offered.map((i) => Math.exp(rewards[i]!)))(rng)];
    return p.map((_, i) => (i === chosen ? 1 : 0));
  };
  simulate(20_000, 12, run, Array.from(lib.bestOfKUpdate(p, rewards, { candidates: 3 })));
});

test("argmaxRelabelUpdate() and verifiedSlopeUpdate(): labels that a model gives itself", () => {
  const [share, distance] = [0.3, 1.5];
  const verifier = { noiseSd: 0.5, centre: 1.3, radius: 0.2, tolerance: 0.5 };
  const slope = lib.verifiedSlopeUpdate(1, verifier);
  const run = (rng: Rng) => {
    const second = rng.next() < share;
    const x = standardNormal(rng) + (second ? distance : 0);
    const odds = Math.log(share / (1 - share)) + distance * x - distance ** 2 / 2;
    const z = standardNormal(rng);
    const y = z + verifier.noiseSd * standardNormal(rng);
    const kept = Math.abs(y - verifier.centre * z) <= verifier.radius * Math.abs(z) + verifier.tolerance;
    return [odds > 0 ? 1 : 0, kept ? z * (y - slope * z) : 0]; // least squares: residuals average to 0
  };
  simulate(40_000, 13, run, [lib.argmaxRelabelUpdate(share, { distance }), 0]);
});

test("admissibleSyntheticSize(): half of it helps, half as many again harm", () => {
  const [human, bias] = [1000, 0.7];
  const limit = lib.admissibleSyntheticSize({ dimension: 1, bias, ddof: 1 });
  const distance = (centre: number, spread: number) => centre ** 2 + (Math.sqrt(spread) - 1) ** 2;
  const worse = (synthetic: number) => {
    const [ownSquares, otherSquares] = [human - 1, synthetic - 1].map((k) =>
      lib.chiSquared({ degreesOfFreedom: k }),
    );
    const total = human + synthetic;
    return Array.from({ length: 20_000 }, (_, i) => {
      const rng = seeded(14).split(i);
      let [centre, spread, alone] = [0, 1, 0];
      for (let t = 0; t < 4; t += 1) {
        const mine = standardNormal(rng) / Math.sqrt(human);
        const theirs = centre + Math.sqrt((bias * spread) / synthetic) * standardNormal(rng);
        const [inner, outer] = [ownSquares!(rng), bias * spread * otherSquares!(rng)];
        const between = ((human * synthetic) / total) * (mine - theirs) ** 2;
        centre = (human * mine + synthetic * theirs) / total;
        spread = (inner + outer + between) / (total - 1);
        alone = distance(mine, inner / (human - 1));
      }
      return distance(centre, spread) - alone; // the same human samples with and without
    });
  };
  const [half, more] = [worse(Math.round(limit / 2)), worse(Math.round(1.5 * limit))];
  assert.ok(mean(half) < -4 * standardError(half), `${mean(half)}`);
  assert.ok(mean(more) > 4 * standardError(more), `${mean(more)}`);
});
