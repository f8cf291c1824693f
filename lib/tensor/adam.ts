import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";

/** What `adam` keeps between steps. */
export interface Adam {
  /** Takes one step downhill: changes `weights` in place. Both of shape (size). */
  step(weights: Float32Array, gradient: Float32Array): void;
}

/**
 * Adam: gradient descent in which each weight has a step of its own, from running means of its gradient and of the
 * gradient's square.
 *
 *   m ← β₁ m + (1 − β₁) g        v ← β₂ v + (1 − β₂) g²
 *   w ← w − rate · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)        β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸
 *
 * It runs over one flat array outside the tensor backend: the same numbers everywhere, and for networks of this size
 * faster than a dozen small tensor operations per weight matrix.
 *
 * @param options.size number of weights, ≥ 1
 * @param options.rate length of a step, > 0
 * @returns a stepper with its own memory
 * @throws {RangeError} if size is not an integer ≥ 1, or rate is not finite and above 0
 * @see Kingma, Ba (2015), arXiv:1412.6980, algorithm 1
 * @example
 * const weights = Float32Array.of(1);
 * adam({ size: 1, rate: 0.5 }).step(weights, Float32Array.of(8));
 * weights // => Float32Array [0.5]
 */
export function adam({ size, rate }: { size: number; rate: number }): Adam {
  requireInteger("make adam", "size", size, 1);
  requireFiniteNumber("make adam", "rate", rate, 0);
  const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];
  const means = new Float32Array(size);
  const squares = new Float32Array(size);
  let t = 0;
  return {
    step(weights, gradient) {
      t += 1;
      const root = Math.sqrt(1 - beta2 ** t);
      const scaledRate = (rate * root) / (1 - beta1 ** t);
      const scaledEpsilon = epsilon * root;
      for (let i = 0; i < size; i += 1) {
        const g = gradient[i]!;
        means[i] = beta1 * means[i]! + (1 - beta1) * g;
        squares[i] = beta2 * squares[i]! + (1 - beta2) * g * g;
        weights[i]! -= (scaledRate * means[i]!) / (Math.sqrt(squares[i]!) + scaledEpsilon);
      }
    },
  };
}
