/** Refuses counts that are not integers ≥ 0, or that are all zero. `action` completes "Cannot …". */
export function requireCounts(action: string, counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i]!;
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(
        `Cannot ${action}: counts[${i}] must be an integer of at least 0, got ${String(count)}`,
      );
    }
    total += count;
  }
  if (total === 0) throw new RangeError(`Cannot ${action}: counts must hold at least one item, got 0`);
  return total;
}
