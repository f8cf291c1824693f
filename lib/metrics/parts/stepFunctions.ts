import { requireFinite } from "../../require/requireFinite.ts";
import { requireSameLength } from "../../require/requireSameLength.ts";
import { requireWeights } from "../../require/requireWeights.ts";

/** The empirical distribution function of a sample: values in order, and the share at or below each of them. */
interface StepFunction {
  readonly values: Float64Array;
  readonly shares: Float64Array;
}

/** The empirical distribution function of a sample, with weights if there are any. `action` completes "Cannot …". */
export function stepFunction(
  action: string,
  name: string,
  data: ArrayLike<number>,
  weights?: ArrayLike<number>,
): StepFunction {
  requireFinite(action, name, data);
  const n = data.length;
  if (weights === undefined) {
    const shares = new Float64Array(n);
    for (let i = 0; i < n; i += 1) shares[i] = (i + 1) / n;
    return { values: new Float64Array(data).sort(), shares };
  }
  const weightsName = `${name}Weights`;
  requireSameLength(action, weightsName, weights, name, data);
  const total = requireWeights(action, weights, weightsName);
  const order = Uint32Array.from(data, (_, i) => i).sort((i, j) => data[i]! - data[j]!);
  const shares = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    sum += weights[order[i]!]!;
    shares[i] = sum / total;
  }
  shares[n - 1] = 1; // whatever rounding says
  return { values: Float64Array.from(order, (i) => data[i]!), shares };
}

/**
 * Walks up the values of two samples: `visit(shareOfA, shareOfB, width)` for each stretch on which both distribution
 * functions are flat and differ. Equal values, within a sample or between them, are one step.
 */
export function walkSteps(
  a: StepFunction,
  b: StepFunction,
  visit: (shareOfA: number, shareOfB: number, width: number) => void,
): void {
  const [xs, ys, n, m] = [a.values, b.values, a.values.length, b.values.length];
  let [i, j, shareOfA, shareOfB] = [0, 0, 0, 0];
  while (i < n || j < m) {
    const here = i < n && (j === m || xs[i]! <= ys[j]!) ? xs[i]! : ys[j]!;
    while (i < n && xs[i] === here) i += 1;
    while (j < m && ys[j] === here) j += 1;
    if (i > 0) shareOfA = a.shares[i - 1]!;
    if (j > 0) shareOfB = b.shares[j - 1]!;
    if (i === n && j === m) return;
    const next = i < n && (j === m || xs[i]! <= ys[j]!) ? xs[i]! : ys[j]!;
    if (shareOfA !== shareOfB) visit(shareOfA, shareOfB, next - here);
  }
}
