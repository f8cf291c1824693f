/** At most `most` of the integers 0 … last, evenly spaced, both ends among them. */
export function spaced(last: number, most: number): number[] {
  const steps = Math.min(last, most - 1);
  return steps === 0 ? [0] : Array.from({ length: steps + 1 }, (_, i) => Math.round((i * last) / steps));
}
