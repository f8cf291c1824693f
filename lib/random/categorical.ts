import type { Rng } from "./rng.ts";

/**
 * A sampler of category numbers with given weights: Vose's alias method, one integer and one uniform per draw
 * however many categories there are.
 *
 * @param weights weight of each category, shape (k); ≥ 0, not all 0; they need not sum to 1
 * @returns a function (rng) → category number, 0 … k − 1; category i comes with probability weights[i] / Σ weights
 * @throws {RangeError} if a weight is negative or not finite, or all are 0
 * @see Vose (1991), IEEE Trans. Softw. Eng. 17(9):972–975, doi:10.1109/32.92917
 * @example categorical([0, 3, 0])(seeded(1)) // => 1
 */
export function categorical(weights: ArrayLike<number>): (rng: Rng) => number {
  const k = weights.length;
  let total = 0;
  for (let i = 0; i < k; i += 1) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `Cannot draw categories: weights[${i}] must be finite and not negative, got ${String(weight)}`,
      );
    }
    total += weight;
  }
  if (!(total > 0))
    throw new RangeError(`Cannot draw categories: weights must have a positive sum, got ${total}`);

  // Cut all weights into k boxes of equal height, each holding at most two categories: itself and its alias.
  const keep = Float64Array.from(weights, (weight) => (weight / total) * k);
  const alias = Uint32Array.from(weights, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < k; i += 1) (keep[i]! < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!;
    const rich = large.at(-1)!;
    alias[poor] = rich;
    keep[rich] = keep[rich]! + keep[poor]! - 1;
    if (keep[rich]! < 1) small.push(large.pop()!);
  }
  // What is left over fills its own box, up to rounding; a category of weight 0 always passes on to another.
  const heaviest = Array.from(weights).reduce((best, weight, i) => (weight > weights[best]! ? i : best), 0);
  for (const i of [...small, ...large]) {
    keep[i] = weights[i]! > 0 ? 1 : 0;
    alias[i] = heaviest;
  }

  return (rng) => {
    const box = rng.next() * k;
    const i = Math.floor(box);
    return box - i < keep[i]! ? i : alias[i]!;
  };
}
