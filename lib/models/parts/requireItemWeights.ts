/**
 * Refuses item weights that are not one per item, negative, not finite, or with a sum not above `above`; gives the sum.
 * `action` completes "Cannot …".
 */
export function requireItemWeights(action: string, weights: ArrayLike<number>, n: number, above = 0): number {
  if (weights.length !== n)
    throw new RangeError(
      `Cannot ${action}: weights must hold ${n} values as data does, got ${weights.length}`,
    );
  let total = 0;
  for (let i = 0; i < n; i += 1) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `Cannot ${action}: weights[${i}] must be finite and not negative, got ${String(weight)}`,
      );
    }
    total += weight;
  }
  if (!(total > above))
    throw new RangeError(`Cannot ${action}: weights must have a sum above ${above}, got ${total}`);
  return total;
}
