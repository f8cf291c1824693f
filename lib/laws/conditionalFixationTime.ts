import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Mean number of generations that a type with share p needs to become the only one, over the runs in which it does
 * (no selection, N items per generation, diffusion approximation):
 *
 *   −2N (1 − p) ln(1 − p) / p      →      2N  for a type that begins very rare
 *
 * So a rare type that wins takes as long as the whole population needs to forget. {@link timeToMonomorphism} is the
 * mean of this over the winners. Real generations are discrete and need about 0.7 + ⅓ ln N fewer if it begins rare:
 * 1.5 at N = 10, 2.3 at N = 100, 3.0 at N = 1000.
 *
 * @param share p of the type at the start, above 0, at most 1
 * @param options.size items per generation N, an integer ≥ 1
 * @returns generations, 0 … 2N
 * @throws {RangeError} if share is not in (0, 1] or size is not an integer ≥ 1
 * @see Kimura, Ohta (1969), Genetics 61(3):763–771, doi:10.1093/genetics/61.3.763 — chapter 5
 * @example Number(conditionalFixationTime(0.5, { size: 100 }).toFixed(3)) // => 138.629
 */
export function conditionalFixationTime(share: number, options: { size: number }): number {
  const action = "compute conditionalFixationTime";
  const { size } = requireOptions(action, options);
  requireShare(action, "share", share);
  if (share === 0) throw new RangeError(`Cannot ${action}: share must be above 0, got 0`);
  requireInteger(action, "size", size, 1);
  return share === 1 ? 0 : (-2 * size * (1 - share) * Math.log1p(-share)) / share;
}
