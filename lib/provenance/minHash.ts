import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { absorb, finish, keyed, mix } from "./parts/murmur3.ts";

/**
 * MinHash: a short signature of a set. Each of K hash functions keeps the least hash value of the set's items;
 * two sets agree in it with probability J, their Jaccard similarity. So the share of places in which two
 * signatures agree estimates J, with standard deviation √(J(1 − J)/K) (`minHashStandardError`).
 *
 * Items are hashed to 32 bits, and each function is a permutation of these: right for sets below some 10⁵ items.
 *
 * @param options.hashes K, an integer ≥ 1
 * @param options.seed which hash functions, an integer ≥ 0; compare only signatures of one seed
 * @returns a function set of texts → signature, shape (K); an empty set gives 2³² − 1 everywhere
 * @throws {RangeError} if hashes or seed is out of range
 * @see Broder (1997), doi:10.1109/SEQUEN.1997.666900 — chapter 16
 * @example
 * const signature = minHash({ hashes: 256, seed: 1 });
 * const [a, b] = ["a rose is a rose", "a rose is a nose"].map((text) => shingles([...text], { size: 3 }));
 * signatureSimilarity(signature(a), signature(b)).toFixed(1) // => "0.8"
 */
export function minHash(options: { hashes: number; seed: number }): (set: Iterable<string>) => Uint32Array {
  const { hashes, seed } = requireOptions("make minHash", options);
  requireInteger("make minHash", "hashes", hashes, 1);
  requireInteger("make minHash", "seed", seed);
  const start = keyed(seed);
  const factors = Uint32Array.from({ length: hashes }, (_, k) => finish(absorb(start, 2 * k), 3) | 1); // odd
  const shifts = Uint32Array.from({ length: hashes }, (_, k) => finish(absorb(start, 2 * k + 1), 3));

  return (set) => {
    const least = new Uint32Array(hashes).fill(0xffffffff);
    for (const item of set) {
      let state = 0;
      for (let i = 0; i < item.length; i += 1) state = absorb(state, item.charCodeAt(i));
      const hash = finish(state, item.length);
      for (let k = 0; k < hashes; k += 1) {
        const value = mix(Math.imul(hash, factors[k]!) + shifts[k]!);
        if (value < least[k]!) least[k] = value;
      }
    }
    return least;
  };
}
