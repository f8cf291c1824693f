/** Refuses counts that are not integers ≥ 0, or that are all zero. `action` completes "Cannot …". */
export function requireCounts(action: string, counts: ArrayLike<number>): number {
  const total = counts instanceof Uint32Array ? sumOf(counts) : sumOfEach(action, counts);
  if (total === 0) throw new RangeError(`Cannot ${action}: counts must hold at least one item, got 0`);
  return total;
}

/** What such an array holds are counts: none need be looked at. */
function sumOf(counts: Uint32Array): number {
  let total = 0;
  for (let i = 0; i < counts.length; i += 1) total += counts[i]!;
  return total;
}

function sumOfEach(action: string, counts: ArrayLike<number>): number {
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
  return total;
}
