/** Refuses weights that are negative or not finite, or without a positive finite sum; gives the sum. */
export function requireWeights(action: string, weights: ArrayLike<number>, name = "weights"): number {
  const total =
    weights instanceof Float64Array ? sumOf(action, weights, name) : sumOfEach(action, weights, name);
  if (!(total > 0)) throw new RangeError(`Cannot ${action}: ${name} must have a positive sum, got ${total}`);
  if (total === Infinity)
    throw new RangeError(`Cannot ${action}: ${name} must have a finite sum, got ${total}`);
  return total;
}

/** In a loop that meets one kind of array, four weights at a time, which is faster. The order of the sum is kept. */
function sumOf(action: string, weights: Float64Array, name: string): number {
  const whole = weights.length & ~3;
  let total = 0;
  let areSound = true;
  for (let i = 0; i < whole; i += 4) {
    const [first, second, third, fourth] = [weights[i]!, weights[i + 1]!, weights[i + 2]!, weights[i + 3]!];
    if (!(first >= 0 && second >= 0 && third >= 0 && fourth >= 0)) areSound = false;
    total = total + first + second + third + fourth;
  }
  for (let i = whole; i < weights.length; i += 1) {
    if (!(weights[i]! >= 0)) areSound = false;
    total += weights[i]!;
  }
  return areSound && total < Infinity ? total : sumOfEach(action, weights, name);
}

function sumOfEach(action: string, weights: ArrayLike<number>, name: string): number {
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `Cannot ${action}: ${name}[${i}] must be finite and not negative, got ${String(weight)}`,
      );
    }
    total += weight;
  }
  return total;
}
