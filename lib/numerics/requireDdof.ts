/** How many degrees of freedom a variance gives up: 0 divides by n (maximum likelihood), 1 by n − 1 (unbiased). */
export type Ddof = 0 | 1;

/** Refuses a `ddof` other than 0 and 1: two published disagreements come from leaving it unsaid. */
export function requireDdof(action: string, ddof: unknown): asserts ddof is Ddof {
  if (ddof !== 0 && ddof !== 1) {
    throw new RangeError(
      `Cannot ${action}: ddof must be 0 (divide by n) or 1 (by n - 1), got ${String(ddof)}`,
    );
  }
}
