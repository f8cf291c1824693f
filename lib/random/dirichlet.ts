import { requireOptions } from "../require/requireOptions.ts";
import type { Distribution } from "./distribution.ts";
import { gammaFromOne } from "./parts/gammaFromOne.ts";

/**
 * The Dirichlet distribution over k probabilities that sum to 1: gamma draws of these shapes, divided by their sum.
 *
 *   mean_i = concentration_i / S          variance_i = mean_i (1 − mean_i) / (S + 1)          S = Σ concentration
 *
 * Worked out in logarithms, so that concentrations far below 1, whose gamma draws would all be 0 in floating point,
 * still give probabilities.
 *
 * @param options.concentration pseudo-count of each category, shape (k), k ≥ 1; each from 10⁻³⁰⁰ to 10³⁰⁰
 * @returns a function (rng) → a new array of probabilities, shape (k), with sum 1 up to rounding
 * @throws {RangeError} if concentration is empty, or one of them is outside its range
 * @see Devroye (1986), Non-Uniform Random Variate Generation, chapter XI.4
 * @example dirichlet({ concentration: [3] })(seeded(1)) // => Float64Array [1]
 */
export function dirichlet(options: { concentration: ArrayLike<number> }): Distribution<Float64Array> {
  requireOptions("make a dirichlet distribution", options);
  const concentration = Float64Array.from(options.concentration);
  const k = concentration.length;
  if (k === 0) {
    throw new RangeError(
      "Cannot make a dirichlet distribution: concentration must hold at least 1 value, got 0",
    );
  }
  const draws = Array.from(concentration, (value, i) => {
    if (!(value >= 1e-300 && value <= 1e300)) {
      throw new RangeError(
        `Cannot make a dirichlet distribution: concentration[${i}] must lie between 1e-300 and 1e300, got ${value}`,
      );
    }
    return gammaFromOne(value < 1 ? value + 1 : value, 1);
  });
  return (rng) => {
    const p = new Float64Array(k); // logarithms of the gamma draws, at first
    let greatest = -Infinity;
    for (let i = 0; i < k; i += 1) {
      const shape = concentration[i]!;
      const log = Math.log(draws[i]!(rng)) + (shape < 1 ? Math.log(1 - rng.next()) / shape : 0);
      p[i] = log;
      if (log > greatest) greatest = log;
    }
    let sum = 0;
    for (let i = 0; i < k; i += 1) {
      p[i] = Math.exp(p[i]! - greatest);
      sum += p[i]!;
    }
    for (let i = 0; i < k; i += 1) p[i]! /= sum;
    return p;
  };
}
