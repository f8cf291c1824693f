import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { diversityKept } from "./diversityKept.ts";
import { type FreshLoop, requireFresh } from "./freshLoop.ts";

/**
 * Expected heterozygosity 1 − Σ p² of generation t, when each of its N items is fresh human data with
 * probability m and else copies the generation before:
 *
 *   H_t = H* + (H_start − H*) r^t,   H* = H₀ · diversityKept,   r = diversityApproachRate
 *
 * For a loop whose expected shares are the human ones: it began with human data, or has collapsed from there.
 *
 * @param generation t, an integer ≥ 0
 * @param options size: items per generation N, an integer ≥ 1; freshShare: m, 0 … 1
 * @param options.heterozygosity H₀ of the human law, 0 … 1
 * @param options.start H of generation 0, 0 … 1; H₀ for a loop that starts from the human law itself
 * @returns probability that two draws differ, 0 … 1; exact
 * @throws {RangeError} if an argument is out of range
 * @see chapter 10; derived for this course
 * @example heterozygosityWithFreshData(1, { size: 2, freshShare: 0.5, heterozygosity: 0.8, start: 0 }).toFixed(2) // => "0.30"
 */
export function heterozygosityWithFreshData(
  generation: number,
  options: FreshLoop & { readonly heterozygosity: number; readonly start: number },
): number {
  const action = "compute heterozygosityWithFreshData";
  const { heterozygosity, start, ...loop } = requireOptions(action, options);
  requireInteger(action, "generation", generation);
  requireFresh(action, loop);
  requireShare(action, "heterozygosity", heterozygosity);
  requireShare(action, "start", start);
  const lasting = heterozygosity * diversityKept(loop);
  const logRate = 2 * Math.log1p(-loop.freshShare) + Math.log1p(-1 / loop.size); // of diversityApproachRate
  return lasting + (start - lasting) * (generation === 0 ? 1 : Math.exp(generation * logRate));
}
