/** Probability that `size` draws hold a type of probability p at least once, 1 − (1 − p)^size; exact also for tiny p. */
export function seenProbability(p: number, size: number): number {
  return size === 0 ? 0 : -Math.expm1(size * Math.log1p(-p));
}
