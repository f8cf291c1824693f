import { digammaMinusLog } from "../numerics/gammaRatio.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Expected number of different types among n items of a large population in which invention and drift balance
 * (Ewens' sampling formula):
 *
 *   Σ θ / (θ + i), i = 0 … n − 1   =   θ (ψ(θ + n) − ψ(θ))      ≈      θ (ln n − ψ(θ))  for many items
 *
 * θ = 2Nμ holds for large N; for the whole population (n = N = 200, θ = 2) simulation gives 3 % more.
 *
 * @param theta θ: twice the number of new types per generation, above 0
 * @param options.size items looked at n, an integer ≥ 1
 * @returns expected number, 1 … n
 * @throws {RangeError} if theta is not finite and above 0, or size is not an integer ≥ 1
 * @see Ewens (1972), Theor. Popul. Biol. 3(1):87–112, doi:10.1016/0040-5809(72)90035-4 — chapter 5
 * @example ewensTypes(1, { size: 2 }) // => 1.5
 */
export function ewensTypes(theta: number, options: { size: number }): number {
  const { size } = requireOptions("compute ewensTypes", options);
  requireFiniteNumber("compute ewensTypes", "theta", theta, 0);
  requireInteger("compute ewensTypes", "size", size, 1);
  const summed = Math.min(size, 100);
  let types = 0;
  if (size > summed) {
    // the other terms: θ (ψ(θ + n) − ψ(θ + 100))
    const [from, to] = [theta + summed, theta + size];
    types += theta * (Math.log1p((size - summed) / from) + digammaMinusLog(to) - digammaMinusLog(from));
  }
  for (let i = summed - 1; i >= 0; i -= 1) types += theta / (theta + i); // small terms first
  return types;
}
