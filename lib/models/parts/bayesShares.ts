/**
 * Turns log(prior · density) of each class into P(class | x), which sum to 1, in place, and gives log p(x). Where all
 * densities are 0, or some are infinite, what counts is the prior of those that are largest.
 */
export function bayesShares(logs: Float64Array, priors: ArrayLike<number>): number {
  const largest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  const usual = Number.isFinite(largest);
  let total = 0;
  for (let c = 0; c < logs.length; c += 1) {
    if (usual) logs[c] = Math.exp(logs[c]! - largest);
    else logs[c] = logs[c] === largest ? priors[c]! : 0;
    total += logs[c]!;
  }
  for (let c = 0; c < logs.length; c += 1) logs[c]! /= total;
  return usual ? largest + Math.log(total) : largest;
}
