import { type Commons, requireCommons } from "./commons.ts";

/**
 * How many human items per generation all firms together pay for, when each maximises its own V D(h) − c h_i and takes
 * the others' contributions as given:
 *
 *   h = ½ (√(2 V / c) − 1), or 0      whatever the number of firms
 *
 * A newcomer pays less of the same total. Against {@link sociallyOptimalContributions} it is too little by about √n.
 *
 * @param options.value V: what keeping all diversity is worth to one firm per generation, in money, above 0
 * @param options.cost c: of one human item, in the same money, above 0
 * @returns items per generation of all firms together, ≥ 0
 * @throws {RangeError} if value or cost is not finite and above 0
 * @see Bergstrom, Blume, Varian (1986), J. Public Econ. 29(1):25–49, doi:10.1016/0047-2727(86)90024-1; derived for
 *   this course — chapter 17
 * @example Number(nashContributions({ value: 100, cost: 1 }).toFixed(2)) // => 6.57
 */
export function nashContributions(commons: Commons): number {
  requireCommons("compute nashContributions", commons);
  return Math.max(0, (Math.sqrt((2 * commons.value) / commons.cost) - 1) / 2);
}
