import assert from "node:assert/strict";
import { mean, type Rng, seeded, standardError, standardNormal } from "../../../lib/index.ts";

/**
 * Each run on a stream of its own gives some numbers; their means are held to the laws, in the same order, within 4
 * standard errors of the runs.
 */
export function simulate(runs: number, seed: number, run: (rng: Rng) => number[], laws: number[]): void {
  const results = Array.from({ length: runs }, (_, i) => run(seeded(seed).split(i)));
  for (const [k, law] of laws.entries()) {
    const values = results.map((result) => result[k]!);
    const [seen, room] = [mean(values), 4 * standardError(values)];
    assert.ok(Math.abs(seen - law) <= room, `number ${k}: ${seen}, not ${law} ± ${room}`);
  }
}

export function normals(count: number, rng: Rng, centre = 0, sd = 1): Float64Array {
  return Float64Array.from({ length: count }, () => centre + sd * standardNormal(rng));
}
