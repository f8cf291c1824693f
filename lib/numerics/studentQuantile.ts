/**
 * The t with P(|T| ≤ t) = level for Student's law with a whole number of degrees of freedom, by halving. Abramowitz &
 * Stegun (1964), 26.7.3 and 26.7.4.
 */
export function studentQuantile(level: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (within(high, degrees) < level) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (within(middle, degrees) < level) low = middle;
    else high = middle;
  }
}

/** P(|T| ≤ t): with θ = atan(t / √ν), a sum of powers of cos θ. */
function within(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const odd = degrees % 2;
  let term = odd ? cos : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd + 2; k < degrees; k += 2) {
    term *= (cos * cos * (k - 1)) / k;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
}
