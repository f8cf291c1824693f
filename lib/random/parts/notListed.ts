import { integer } from "../integer.ts";
import type { Rng } from "../rng.ts";

/** One of `tokens[from … to − 1]`, each equally likely, that does not stand among the sorted ones. */
export function notListed(
  tokens: Uint32Array,
  from: number,
  to: number,
  listed: Uint32Array,
  rng: Rng,
): number {
  for (;;) {
    const token = tokens[from + integer(to - from, rng)]!;
    if (!holds(listed, token)) return token;
  }
}

/** Is the token among the sorted ones? */
function holds(sorted: Uint32Array, token: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < token) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === token;
}
