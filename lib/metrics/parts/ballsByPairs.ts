import { radiiByPairs } from "../../numerics/neighbourRadii.ts";
import type { FlatPoints } from "../../numerics/points.ts";
import { columnsOf, squaredDistances } from "../../numerics/squaredDistances.ts";
import type { BallOptions } from "../manifoldMetrics.ts";
import { type BallCounts, nextAbove } from "./ballCounts.ts";

/** Counts what balls hold by measuring all pairs: O((n + m)² d), whatever the points. */
export function ballsByPairs(reals: FlatPoints, fakes: FlatPoints, { k, strict }: BallOptions): BallCounts {
  const [ofReal, ofFake] = [columnsOf(reals), columnsOf(fakes)];
  const [realRadii, fakeRadii] = [radiiByPairs(reals.n, ofReal, k), radiiByPairs(fakes.n, ofFake, k)];
  if (!strict) for (const radii of [realRadii, fakeRadii]) nextAbove(radii);

  const ballsAround = new Uint32Array(fakes.n); // how many balls of real points hold each fake
  let [recalled, covered, balls, precise] = [0, 0, 0, 0];
  const [first, second] = [new Float64Array(fakes.n), new Float64Array(fakes.n)];
  const ask = (i: number, squared: Float64Array): void => {
    const radius = realRadii[i]!;
    const before = balls;
    let isRecalled = 0;
    for (let j = 0; j < fakes.n; j += 1) {
      const here = squared[j]!;
      if (here < radius) {
        balls += 1;
        ballsAround[j]! += 1;
      }
      if (here < fakeRadii[j]!) isRecalled = 1;
    }
    recalled += isRecalled;
    if (balls > before) covered += 1;
  };
  for (let i = 0; i < reals.n; i += 2) {
    squaredDistances(ofReal, i, ofFake, fakes.n, first, second);
    ask(i, first);
    if (i + 1 < reals.n) ask(i + 1, second);
  }
  for (const count of ballsAround) if (count > 0) precise += 1;
  return { precise, recalled, covered, balls };
}
