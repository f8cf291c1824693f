/**
 * MurmurHash3 (x86, 32 bits) of a sequence of 32-bit words, in steps: `absorb` each word, then `finish`. Fast and well
 * mixed; not a cryptographic hash.
 *
 * @see Appleby (2011), https://github.com/aappleby/smhasher (public domain)
 */
export function absorb(state: number, word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51);
  const turned = state ^ Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}

/** The hash of `words` absorbed words, 0 … 2³² − 1. */
export function finish(state: number, words: number): number {
  return mix(state ^ (4 * words));
}

/** The last step alone: a permutation of the 32-bit integers that spreads every bit over all. */
export function mix(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** State after a key of up to 53 bits: two words. */
export function keyed(key: number): number {
  return absorb(absorb(0, key | 0), Math.floor(key / 2 ** 32));
}
