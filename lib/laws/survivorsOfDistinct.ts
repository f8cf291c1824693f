import { requireInteger } from "../require/requireInteger.ts";
import { lineSurvival } from "./parts/lineSurvival.ts";

/**
 * Expected number of founders with descendants left in generation t, when all `size` items of the first text were
 * different: N (1 − q_t), about 2N/t for large t. Fine until few are left (N well above t).
 *
 * @param size items per generation N, an integer ≥ 1
 * @param generation t, an integer ≥ 0
 * @returns expected number, 0 … N
 * @throws {RangeError} if size or generation is out of range
 * @see chapter 3; derived for this course
 * @example survivorsOfDistinct(1000, 0) // => 1000
 */
export function survivorsOfDistinct(size: number, generation: number): number {
  requireInteger("compute survivorsOfDistinct", "size", size, 1);
  requireInteger("compute survivorsOfDistinct", "generation", generation);
  return size * lineSurvival(generation);
}
