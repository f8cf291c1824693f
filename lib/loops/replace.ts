import type { Regime } from "./regime.ts";

/**
 * Replace: each generation learns only from what the one before it wrote. Nothing human is left after the first.
 * The harshest rule, and the one that the collapse theorems are about.
 *
 * @returns a regime for `loop`
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y — chapter 1
 * @example replace().name // => "replace"
 */
export function replace<Batch extends ArrayLike<unknown> = never>(): Regime<Batch> {
  return { name: "replace", forgets: true, next: ({ synthetic, size }) => synthetic(size) };
}
