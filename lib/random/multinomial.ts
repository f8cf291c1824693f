import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireWeights } from "../require/requireWeights.ts";
import { binomial } from "./binomial.ts";
import { categorical } from "./categorical.ts";
import type { Distribution } from "./distribution.ts";
import { binomialBell } from "./parts/binomialBell.ts";
import { transformedRejection } from "./parts/transformedRejection.ts";
import type { Rng } from "./rng.ts";

/** Up to this many expected items, drawing them one by one is faster than one binomial draw. */
const few = 12;

/**
 * The multinomial distribution: `trials` items fall into k categories, and what comes out is how many fell into each.
 *
 *   E[count_i] = trials · p_i          Cov[count_i, count_j] = −trials · p_i p_j          p = weights / Σ weights
 *
 * Exact. Categories that expect many items get theirs by one binomial draw each, given how many items and how much
 * weight are left; the remaining items fall into the rare categories one by one. So the cost hardly depends on `trials`.
 * {@link resample} draws the items themselves, by copying occurrences.
 *
 * @param options.trials how many items, an integer, 0 … 2³² − 1
 * @param options.weights weight of each category, shape (k); ≥ 0, not all 0; they need not sum to 1
 * @returns a function (rng) → a new array of counts, shape (k), with sum `trials`
 * @throws {RangeError} if trials is not an integer from 0 to 2³² − 1, a weight is negative or not finite, or all are 0
 * @see Davis (1993), Comput. Stat. Data Anal. 16(2):205–217, doi:10.1016/0167-9473(93)90115-A — chapter 3
 * @example multinomial({ trials: 7, weights: [0, 2, 0] })(seeded(1)) // => Uint32Array [0, 7, 0]
 */
export function multinomial(options: {
  trials: number;
  weights: ArrayLike<number>;
}): Distribution<Uint32Array> {
  requireOptions("make a multinomial distribution", options);
  const { trials } = options;
  requireInteger("make a multinomial distribution", "trials", trials);
  if (trials >= 2 ** 32) {
    throw new RangeError(`Cannot make a multinomial distribution: trials must be below 2^32, got ${trials}`);
  }
  const weights = Float64Array.from(options.weights);
  const total = requireWeights("make a multinomial distribution", weights);

  const common: number[] = [];
  const rare = new Uint32Array(weights.length);
  const weightsOfRare = new Float64Array(weights.length);
  const [bound, k] = [(few / trials) * total, weights.length];
  let [rarities, sumOfRare] = [0, 0];
  for (let i = 0; i < k; i += 1) {
    const weight = weights[i]!;
    if (weight >= bound) {
      common.push(i);
      continue;
    }
    rare[rarities] = i;
    weightsOfRare[rarities] = weight;
    sumOfRare += weight;
    rarities += 1;
  }
  const drawRare = sumOfRare > 0 ? categorical(weightsOfRare.subarray(0, rarities)) : null;
  // Weight from category i of the common ones on: summed from the end, so that the last share is exact.
  const onwards = new Float64Array(common.length + 1);
  onwards[common.length] = sumOfRare;
  for (let i = common.length - 1; i >= 0; i -= 1) onwards[i] = onwards[i + 1]! + weights[common[i]!]!;

  return (rng) => {
    const counts = new Uint32Array(weights.length);
    let left = trials;
    for (let i = 0; i < common.length; i += 1) {
      const category = common[i]!;
      const count = drawBinomial(left, weights[category]! / onwards[i]!, rng);
      counts[category] = count;
      left -= count;
    }
    if (!drawRare) return counts;
    const falls = new Float64Array(Math.min(left, 1024));
    for (; left > 0; left -= falls.length) {
      const batch = left < falls.length ? falls.subarray(0, left) : falls;
      drawRare.fill(batch, rng);
      for (let i = 0; i < batch.length; i += 1) counts[rare[batch[i]!]!]! += 1;
    }
    return counts;
  };
}

const one = new Float64Array(1);

/** One binomial draw, without making a distribution for it where that can be spared. */
function drawBinomial(trials: number, p: number, rng: Rng): number {
  if (p > 0.5) return trials - drawBinomial(trials, 1 - p, rng);
  if (trials * p < 10) return binomial({ trials, p })(rng);
  transformedRejection(one, binomialBell(trials, p), rng);
  return one[0]!;
}
