/** Refuses data that is too short or holds a number that is not finite. `action` completes "Cannot …". */
export function requireFinite(action: string, name: string, data: ArrayLike<number>, atLeast = 1): void {
  const n = data.length;
  if (!(n >= atLeast)) {
    throw new RangeError(
      `Cannot ${action}: ${name} must hold at least ${atLeast} value${atLeast === 1 ? "" : "s"}, got ${n}`,
    );
  }
  for (let i = 0; i < n; i += 1) {
    if (!Number.isFinite(data[i])) {
      throw new RangeError(`Cannot ${action}: ${name}[${i}] must be finite, got ${String(data[i])}`);
    }
  }
}
