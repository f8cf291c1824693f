import { Sfc32 } from "./parts/sfc32.ts";
import type { Rng } from "./rng.ts";

/**
 * A seeded stream of random numbers: the generator sfc32 (128 bits of state, passes PractRand),
 * started from a 128-bit hash of the seed and the path of splits.
 *
 * Read `seeded(7)` as "the stream called 7": the same on every machine and in every browser.
 *
 * @param seed an integer, |seed| < 2⁵³
 * @returns a stream; see {@link Rng}
 * @throws {RangeError} if seed is not a safe integer
 * @see Doty-Humphrey, PractRand, https://pracrand.sourceforge.net (generator "sfc", 32-bit words)
 * @example seeded(7).next() === seeded(7).next() // => true
 * @example seeded(7).split("real data").path // => ["real data"]
 */
export function seeded(seed: number): Rng {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(
      `Cannot make a random stream: seed must be an integer below 2^53, got ${String(seed)}`,
    );
  }
  return new Sfc32(seed, []);
}
