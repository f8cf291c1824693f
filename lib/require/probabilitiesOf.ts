import { requireWeights } from "./requireWeights.ts";

/** Weights divided by their sum, in a new array. Refuses a weight that is negative or not finite, and a sum of 0. */
export function probabilitiesOf(action: string, name: string, weights: ArrayLike<number>): Float64Array {
  const total = requireWeights(action, weights, name);
  const probabilities = new Float64Array(weights);
  for (let i = 0; i < probabilities.length; i += 1) probabilities[i]! /= total;
  return probabilities;
}
