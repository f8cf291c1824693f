/** Refuses weights that are negative or not finite, or without a positive finite sum; gives the sum. */
export function requireWeights(action: string, weights: ArrayLike<number>, name = "weights"): number {
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `Cannot ${action}: ${name}[${i}] must be finite and not negative, got ${String(weight)}`,
      );
    }
    total += weight;
  }
  if (!(total > 0)) throw new RangeError(`Cannot ${action}: ${name} must have a positive sum, got ${total}`);
  if (total === Infinity)
    throw new RangeError(`Cannot ${action}: ${name} must have a finite sum, got ${total}`);
  return total;
}
