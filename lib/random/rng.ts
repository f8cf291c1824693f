/**
 * A seeded stream of random numbers. Every draw in this library takes one as an argument,
 * so the same seed gives the same numbers. `Math.random` is not an `Rng` and does not compile.
 *
 * A stream is named by its `seed` and its `path`: the labels of the splits that led to it.
 */
export interface Rng {
  /** The number the first stream was made from. */
  readonly seed: number;
  /** Labels of the splits from the first stream to this one; empty for the first. */
  readonly path: readonly (string | number)[];
  /** The next number, uniform on [0, 1), a multiple of 2⁻⁵³. */
  next(): number;
  /** The next 32 random bits as an integer, uniform on 0 … 2³² − 1. Two of them make one `next()`. */
  bits(): number;
  /**
   * A new stream that depends on seed, path and label only, never on how many numbers were drawn here.
   * So adding a draw in one part of a program leaves the numbers of every other part as they were.
   */
  split(label: string | number): Rng;
}
