/** The value at a place between 0 and n − 1 in sorted numbers: on the straight line between its two neighbours. */
export function interpolated(sorted: ArrayLike<number>, place: number): number {
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[below + 1] ?? low;
  const part = place - below;
  const gap = high - low;
  // Numbers far apart have a gap that is no number; and rounding must not carry a value past its neighbour.
  return gap < Infinity ? Math.min(high, low + part * gap) : low * (1 - part) + high * part;
}
