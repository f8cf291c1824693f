import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { type Commons, requireCommons } from "./commons.ts";

/**
 * How many human items per generation n firms together should pay for, so that their joint gain n V D(h) − c h is as
 * large as it can be, D(h) = 2h / (1 + 2h) being the diversity that all of them use:
 *
 *   h* = ½ (√(2 n V / c) − 1), or 0 where even the first item costs more than it brings
 *
 * @param options.firms n, an integer ≥ 1
 * @param options.value V: what keeping all diversity is worth to one firm per generation, in money, above 0
 * @param options.cost c: of one human item, in the same money, above 0
 * @returns items per generation of all firms together, ≥ 0
 * @throws {RangeError} if an argument is out of range
 * @see Samuelson (1954), Rev. Econ. Stat. 36(4):387–389, doi:10.2307/1925895; derived for this course — chapter 17
 * @example Number(sociallyOptimalContributions({ firms: 4, value: 100, cost: 1 }).toFixed(2)) // => 13.64
 */
export function sociallyOptimalContributions(options: Commons & { firms: number }): number {
  const { firms, ...commons } = requireOptions("compute sociallyOptimalContributions", options);
  requireInteger("compute sociallyOptimalContributions", "firms", firms, 1);
  requireCommons("compute sociallyOptimalContributions", commons);
  return Math.max(0, (Math.sqrt((2 * firms * commons.value) / commons.cost) - 1) / 2);
}
