/** Refuses counts that are not integers ≥ 0, or that are all zero. `action` completes "Cannot …". */
export function requireCounts(action: string, counts: ArrayLike<number>): number {
  const total = counts instanceof Uint32Array ? sumOf(counts) : sumOfEach(action, counts);
  if (total === 0) throw new RangeError(`Cannot ${action}: counts must hold at least one item, got 0`);
  return total;
}

/** What such an array holds are counts: none need be looked at. In four sums, none of which waits for another. */
function sumOf(counts: Uint32Array): number {
  const whole = counts.length & ~3;
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    first += counts[i]!;
    second += counts[i + 1]!;
    third += counts[i + 2]!;
    fourth += counts[i + 3]!;
  }
  for (let i = whole; i < counts.length; i += 1) first += counts[i]!;
  return first + second + third + fourth;
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
