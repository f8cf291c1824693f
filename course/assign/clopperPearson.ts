/**
 * The upper bound of Clopper and Pearson for a probability of which `successes` of `trials` were seen: with the given
 * confidence, or more, the probability is at most that.
 *
 * @param confidence of the one-sided bound, such as 0.95
 * @see Clopper & Pearson, Biometrika 26 (1934) 404–413
 * @example clopperPearson(0, 200, 0.95) // => 1 - 0.05 ** (1 / 200), which is 0.0149
 */
export function clopperPearson(successes: number, trials: number, confidence: number): number {
  if (
    !(
      Number.isInteger(successes) &&
      successes >= 0 &&
      successes <= trials &&
      Number.isInteger(trials) &&
      trials > 0
    )
  )
    throw new RangeError(
      `Cannot bound a probability: successes must be a whole number from 0 to ${trials}, got ${successes}`,
    );
  if (successes === trials) return 1;
  let [low, high] = [successes / trials, 1];
  // The bound is where so few successes become as unlikely as 1 − confidence; the chance falls as the probability grows.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (atMost(successes, trials, middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** The chance of at most so many successes. */
function atMost(successes: number, trials: number, probability: number): number {
  let logTerm = trials * Math.log1p(-probability);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= successes; k += 1) {
    logTerm += Math.log((trials - k + 1) / k) + Math.log(probability) - Math.log1p(-probability);
    sum += Math.exp(logTerm);
  }
  return sum;
}
