import { flatPoints, type Points } from "../../numerics/points.ts";
import { requireProbabilities } from "../../require/requireProbabilities.ts";
import { densityOf, type FlatMixture } from "./mixtureDensity.ts";

/** A mixture as one may write it down, copied into one piece. `argument` names it, `action` completes "Cannot …". */
export function flatMixture(
  action: string,
  argument: string,
  given: { weights: ArrayLike<number>; means: Points; covariances: ArrayLike<Points> },
  k: number,
): FlatMixture {
  const weights = Float64Array.from(given.weights);
  requireProbabilities(action, weights, `${argument}.weights`);
  const { values: means, n, d } = flatPoints(action, `${argument}.means`, given.means);
  const covariances = new Float64Array(k * d * d);
  const lengths = [weights.length, n, given.covariances.length];
  if (lengths.some((length) => length !== k)) {
    throw new RangeError(
      `Cannot ${action}: ${argument} must hold ${k} weights, means and covariances, got ${lengths.join(", ")}`,
    );
  }
  for (let c = 0; c < k; c += 1) {
    const name = `${argument}.covariances[${c}]`;
    const matrix = flatPoints(action, name, given.covariances[c]!);
    if (matrix.n !== d || matrix.d !== d) {
      throw new RangeError(
        `Cannot ${action}: ${name} must be ${d} × ${d} as the means are long, got ${matrix.n} × ${matrix.d}`,
      );
    }
    covariances.set(matrix.values, c * d * d);
  }
  const mixture = { weights, means, covariances, d };
  const density = densityOf(mixture);
  if (typeof density === "number") {
    const shown = JSON.stringify(Array.from(given.covariances[density]!, (row) => Array.from(row)));
    throw new RangeError(
      `Cannot ${action}: ${argument}.covariances[${density}] must be positive definite, got ${shown}`,
    );
  }
  return mixture;
}
