import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * The subsidy per human item, paid from a levy on all n firms, that makes selfish firms contribute what is best for
 * all: c (1 − 1/n). Each firm then bears c/n per item, which is its part of the gain.
 *
 * @param options.firms n, an integer ≥ 1
 * @param options.cost c: of one human item, in money, above 0
 * @returns money per item, 0 (one firm) … c
 * @throws {RangeError} if firms or cost is out of range
 * @see Pigou (1920), The Economics of Welfare, Macmillan; derived for this course — chapter 17
 * @example repairingSubsidy({ firms: 4, cost: 1 }) // => 0.75
 */
export function repairingSubsidy(options: { firms: number; cost: number }): number {
  const { firms, cost } = requireOptions("compute repairingSubsidy", options);
  requireInteger("compute repairingSubsidy", "firms", firms, 1);
  requireFiniteNumber("compute repairingSubsidy", "cost", cost, 0);
  return cost * (1 - 1 / firms);
}
