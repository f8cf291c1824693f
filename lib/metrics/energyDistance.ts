import { requireBoolean } from "../require/requireBoolean.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { stepFunction, walkSteps } from "./parts/stepFunctions.ts";

/**
 * Energy distance between two one-dimensional samples, from all pairs of values or, the same, from the area between
 * the squared distribution functions:
 *
 *   D² = 2 E|A − B| − E|A − A′| − E|B − B′| = 2 ∫ (F_a(x) − F_b(x))² dx
 *
 * Programs differ: SciPy's `energy_distance` is the root D, the papers' "energy distance" is mostly D². Lower is better.
 *
 * @param a reference sample, shape (n), in some unit u; equal values are fine
 * @param b compared sample, shape (m), in the same unit
 * @param options.root true for D (in √u), false for D² (in u)
 * @returns D or D², ≥ 0; 0 exactly when both empirical distributions agree
 * @throws {RangeError} if a sample is empty or holds a non-finite number
 * @throws {TypeError} if root is not said
 * @see Székely, Rizzo (2013), J. Stat. Plan. Inference 143(8):1249–1272, doi:10.1016/j.jspi.2013.03.018 — chapter 6
 * @example energyDistance([0], [2], { root: true }) // => 2
 */
export function energyDistance(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: { root: boolean },
): number {
  const { root } = requireOptions("compute energyDistance", options);
  requireBoolean("compute energyDistance", "root", root);
  const ofA = stepFunction("compute energyDistance", "a", a);
  const ofB = stepFunction("compute energyDistance", "b", b);
  let area = 0;
  walkSteps(ofA, ofB, (shareOfA, shareOfB, width) => {
    area += (shareOfA - shareOfB) ** 2 * width;
  });
  return root ? Math.sqrt(2 * area) : 2 * area;
}
