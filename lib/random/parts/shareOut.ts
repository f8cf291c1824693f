import { binomial } from "../binomial.ts";
import type { Rng } from "../rng.ts";
import { binomialBell } from "./binomialBell.ts";
import { type DrawLoops, drawLoops, mostCategories } from "./drawLoops.ts";
import { Sfc32 } from "./sfc32.ts";
import { isKept, rejectPlainly } from "./transformedRejection.ts";

/**
 * Gives each category its share of the items by one binomial draw, given how many items and how much weight are left.
 *
 * @param counts written at each of the categories, shape (all)
 * @param categories shape (k)
 * @param weights weight of every category, shape (all)
 * @param onwards weight from number i of the categories on, shape (k + 1)
 * @returns how many items are left
 */
export function shareOut(
  counts: Uint32Array,
  items: number,
  categories: Uint32Array,
  weights: Float64Array,
  onwards: Float64Array,
  rng: Rng,
): number {
  const k = categories.length;
  const loops = rng instanceof Sfc32 && k <= mostCategories / 2 ? drawLoops(k) : undefined;
  if (loops) return byLoops(loops, counts, items, categories, weights, onwards, rng as Sfc32);
  let left = items;
  for (let i = 0; i < k; i += 1) {
    const count = drawPlainly(left, weights[categories[i]!]! / onwards[i]!, rng);
    counts[categories[i]!] = count;
    left -= count;
  }
  return left;
}

/** By WebAssembly, which leaves the draws that only a logarithm decides, and small ones. */
function byLoops(
  loops: DrawLoops,
  counts: Uint32Array,
  items: number,
  categories: Uint32Array,
  weights: Float64Array,
  onwards: Float64Array,
  rng: Sfc32,
): number {
  const k = categories.length;
  const { stopped, numbers, successes } = loops;
  for (let i = 0; i < k; i += 1) loops.weights[i] = weights[categories[i]!]!;
  loops.onwards.set(onwards.subarray(0, k));
  loops.take(rng);
  let i = loops.binomials(0, k, items);
  let left = numbers[2]!;
  while (stopped[0] !== 0) {
    const share = weights[categories[i]!]! / onwards[i]!;
    const p = share > 0.5 ? 1 - share : share;
    let drawn: number | undefined;
    if (stopped[0] === 2) {
      loops.give(rng);
      drawn = binomial({ trials: left, p })(rng);
      loops.take(rng);
    } else if (isKept(binomialBell(left, p), numbers[0]!, Math.log(numbers[1]!))) drawn = numbers[0]!;
    if (drawn !== undefined) {
      const count = share > 0.5 ? left - drawn : drawn;
      successes[i] = count;
      left -= count;
      i += 1;
    }
    i = loops.binomials(i, k, left);
    left = numbers[2]!;
  }
  loops.give(rng);
  for (let j = 0; j < k; j += 1) counts[categories[j]!] = successes[j]!;
  return left;
}

const one = new Float64Array(1);

/** One binomial draw, without making a distribution for it where that can be spared. */
function drawPlainly(trials: number, p: number, rng: Rng): number {
  if (p > 0.5) return trials - drawPlainly(trials, 1 - p, rng);
  if (trials * p < 10) return binomial({ trials, p })(rng);
  rejectPlainly(one, binomialBell(trials, p), rng);
  return one[0]!;
}
