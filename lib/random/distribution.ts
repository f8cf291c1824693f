import type { Rng } from "./rng.ts";

/**
 * A distribution, ready to be drawn from: call it with a stream and it gives one draw. What can be computed beforehand
 * was computed when it was made, so make it once and draw often.
 */
export type Distribution<Draw = number> = (rng: Rng) => Draw;

/** A distribution of numbers, which can also fill an array: see `drawMany`. */
export interface NumberDistribution extends Distribution<number> {
  /** Fills the array with what single draws would give, one after another, only faster; returns it. */
  fill(out: Float64Array, rng: Rng): Float64Array;
}
