import { requireInteger } from "../require/requireInteger.ts";

/**
 * The paper's risk formula: expected squared 2-Wasserstein distance to leading order, in units of the true variance,
 *
 *   E W₂² ≈ (3/2) (1/M₁ + … + 1/M_t)      (constant M: 3t / 2M)
 *
 * Only the first term of an expansion in 1/M; {@link expectedWasserstein2} is exact. It stays finite for ever
 * only if the sizes grow so fast that Σ 1/M is finite.
 *
 * @param sizes samples of generations 1 … t, shape (t); integers ≥ 1
 * @returns ratio, ≥ 0; lower is better
 * @throws {RangeError} if a size is not an integer ≥ 1
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y, SI 3.1.1 — chapter 2
 * @example leadingOrderWasserstein2([10, 10, 5]) // => 0.6000000000000001
 */
export function leadingOrderWasserstein2(sizes: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < sizes.length; i += 1) {
    requireInteger("compute leadingOrderWasserstein2", `sizes[${i}]`, sizes[i]!, 1);
    sum += 1 / sizes[i]!;
  }
  return 1.5 * sum;
}
