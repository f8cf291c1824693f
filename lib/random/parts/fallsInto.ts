import { categorical } from "../categorical.ts";
import type { NumberDistribution } from "../distribution.ts";
import type { Rng } from "../rng.ts";
import { batch, type DrawLoops, drawLoops, mostCategories } from "./drawLoops.ts";
import { Sfc32 } from "./sfc32.ts";

/** What the tables in the loops' memory were made from. */
let tabled: Float64Array | undefined;

/**
 * Lets items fall one by one, as `categorical(weights)` draws them: adds how many fell on i to `counts[categories[i]]`.
 *
 * @param categories shape (k)
 * @param weights shape (k), not all 0; they are kept, not copied
 */
export function fallsInto(
  categories: Uint32Array,
  weights: Float64Array,
): (counts: Uint32Array, items: number, rng: Rng) => void {
  let plain: NumberDistribution | undefined; // made when it is needed
  return (counts, items, rng) => {
    if (items === 0) return;
    const loops = rng instanceof Sfc32 && weights.length <= mostCategories ? drawLoops(items) : undefined;
    if (loops) fallByLoops(loops, categories, weights, counts, items, rng as Sfc32);
    else {
      plain ??= categorical(weights);
      fallPlainly(plain, categories, counts, items, rng);
    }
  };
}

function fallByLoops(
  loops: DrawLoops,
  categories: Uint32Array,
  weights: Float64Array,
  counts: Uint32Array,
  items: number,
  rng: Sfc32,
): void {
  const k = weights.length;
  if (tabled !== weights) {
    let total = 0;
    for (let i = 0; i < k; i += 1) total += weights[i]!;
    loops.weights.set(weights);
    loops.aliases(k, total);
    tabled = weights;
  }
  const fallen = loops.counts;
  fallen.fill(0, 0, k);
  loops.take(rng);
  loops.falls(items, k);
  loops.give(rng);
  for (let i = 0; i < k; i += 1) counts[categories[i]!]! += fallen[i]!;
}

/** The same falls by loops that any engine runs. */
function fallPlainly(
  draw: NumberDistribution,
  categories: Uint32Array,
  counts: Uint32Array,
  items: number,
  rng: Rng,
): void {
  const falls = new Float64Array(Math.min(items, batch));
  for (let left = items; left > 0; left -= falls.length) {
    const here = left < falls.length ? falls.subarray(0, left) : falls;
    draw.fill(here, rng);
    for (let i = 0; i < here.length; i += 1) counts[categories[here[i]!]!]! += 1;
  }
}
