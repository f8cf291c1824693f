/**
 * Shannon entropy of a distribution, −Σ p log p, with p = weight / Σ weights.
 *
 * Read it as how many yes–no questions (base 2) a draw is worth. It falls as a vocabulary empties. For diversity,
 * higher is better. From counts this is the plug-in estimate, which is biased low for small samples.
 *
 * @param weights probabilities or counts, shape (k); ≥ 0, not all 0; zeros contribute nothing
 * @param options.base of the logarithm: 2 for bits, Math.E for nats; it has no default
 * @returns entropy in units of log base, 0 … log_base(k)
 * @throws {RangeError} if a weight is negative or not finite, all are 0, or base is not > 1
 * @see Shannon (1948), Bell Syst. Tech. J. 27:379–423, doi:10.1002/j.1538-7305.1948.tb01338.x — chapter 3
 * @example entropy([1, 1, 2], { base: 2 }) // => 1.5
 */
export function entropy(weights: ArrayLike<number>, { base }: { base: number }): number {
  if (!(base > 1 && base < Infinity)) {
    throw new RangeError(`Cannot compute entropy: base must be a number above 1, got ${String(base)}`);
  }
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `Cannot compute entropy: weights[${i}] must be finite and not negative, got ${String(weight)}`,
      );
    }
    total += weight;
  }
  if (total === 0) throw new RangeError("Cannot compute entropy: weights must have a positive sum, got 0");
  let nats = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const p = weights[i]! / total;
    if (p > 0) nats -= p * Math.log(p);
  }
  return base === Math.E ? nats : nats / Math.log(base);
}
