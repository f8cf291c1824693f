/** What balls around real points and around fakes hold, counted. */
export interface BallCounts {
  /** Fakes in the ball of at least one real point. */
  readonly precise: number;
  /** Real points in the ball of at least one fake. */
  readonly recalled: number;
  /** Real points whose own ball holds a fake. */
  readonly covered: number;
  /** Pairs of a real point and a fake in its ball. */
  readonly balls: number;
}

/** Replaces each number ≥ 0 by the next greater one: distance ≤ radius is distance < the next number above it. */
export function nextAbove(numbers: Float64Array): void {
  const bits = new BigUint64Array(numbers.buffer, numbers.byteOffset, numbers.length);
  for (let i = 0; i < bits.length; i += 1) bits[i]! += 1n;
}
