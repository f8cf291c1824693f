import { integer } from "../../random/integer.ts";
import type { Rng } from "../../random/rng.ts";

/** `count` different integers from 0 to below − 1, every set of them equally likely: Floyd's algorithm, O(count). */
export function placesWithoutReplacement(below: number, count: number, rng: Rng): Float64Array {
  const chosen = new Set<number>();
  for (let last = below - count; last < below; last += 1) {
    const place = integer(last + 1, rng);
    chosen.add(chosen.has(place) ? last : place);
  }
  return Float64Array.from(chosen);
}
