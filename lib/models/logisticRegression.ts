import { flatPoints, type Points, rowsOf } from "../numerics/points.ts";
import type { Rng } from "../random/rng.ts";
import { requireBoolean } from "../require/requireBoolean.ts";
import { requireFinite } from "../require/requireFinite.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import type { Family, Fitted } from "./model.ts";
import { type Design, designOf } from "./parts/design.ts";
import { logisticNewton } from "./parts/logisticNewton.ts";
import { requireItemWeights } from "./parts/requireItemWeights.ts";
import { type LabelChoice, requireLabelChoice } from "./parts/requireLabelChoice.ts";
import { requireRow } from "./parts/requireRow.ts";

/** What a logistic fit finds: log odds of label 1 = intercept + x · weights. */
export interface LogisticParameters {
  /** Shape (d), in log odds per unit of x. */
  readonly weights: Float64Array;
  /** In log odds; 0 for a plane through the origin. */
  readonly intercept: number;
}

/** A logistic model that has learned; its `logProb` is the log probability of a row's label, given its x. */
export interface FittedLogistic extends Fitted<ArrayLike<number>, LogisticParameters, Float64Array[]> {
  sampleInto(batch: Float64Array[], rng: Rng): Float64Array[];
  logProb(row: ArrayLike<number>): number;
  /** Probability of label 1 for each x: rows of shape (n, d) to shape (n). */
  predict(points: Points): Float64Array;
}

/** The family of logistic regressions over rows [x…, y] with y 0 or 1. */
export interface LogisticFamily extends Family<ArrayLike<number>, LogisticParameters, Float64Array[]> {
  fit(data: Points): FittedLogistic;
  fitWeighted(data: Points, weights: ArrayLike<number>): FittedLogistic;
  /** A model known without data: the true law that a loop starts from. */
  known(parameters: { weights: ArrayLike<number>; intercept: number }): FittedLogistic;
}

/** How a logistic regression is fitted, and how it writes. */
export interface LogisticOptions {
  /** Pull of the weights towards 0, ≥ 0; the intercept is not pulled. scikit-learn's C is 1 / penalty. */
  readonly penalty: number;
  /** True for a free intercept, false for a plane through the origin. */
  readonly intercept: boolean;
  /** The x that the model labels: rows taken in order and again from the first, or `(count, rng) => rows`. */
  readonly design: Design;
  /** "sampled" draws each label with its probability; "argmax" always writes the likelier one. */
  readonly labels: LabelChoice;
}

/**
 * Logistic regression on rows [x…, y] with y 0 or 1, by Newton's method (iteratively reweighted least squares):
 *
 *   P(y = 1 | x) = 1 / (1 + exp(−η))      η = intercept + x · weights
 *   least:  −Σ log P(y | x) + ½ penalty |weights|²
 *
 * Without a penalty, labels that a plane separates have no best fit: such data is refused.
 *
 * @param options penalty, intercept, design, labels; see {@link LogisticOptions}
 * @returns the family; `fit` takes rows [x…, y], shape (n, d + 1)
 * @throws {RangeError} if a number is out of range; `fit` also for labels other than 0 and 1, separable or one-sided
 *   labels, and columns of x that depend on each other
 * @throws {TypeError} if intercept or labels is not said
 * @see Hastie, Tibshirani, Friedman (2009), "The Elements of Statistical Learning", §4.4.1; He, Xu, Cheng (2025),
 *   arXiv:2502.18049 — chapters 11, 15
 * @example
 * const family = logisticRegression({ penalty: 0, intercept: true, design: [[0]], labels: "sampled" });
 * family.fit([[0, 0], [0, 1], [1, 1], [1, 1], [1, 0]]).predict([[0], [1]]).map((p) => Math.round(p * 1e9) / 1e9)
 * // => Float64Array [0.5, 0.666666667]
 */
export function logisticRegression({ penalty, intercept, design, labels }: LogisticOptions): LogisticFamily {
  const make = "make a logistic regression family";
  const fit = "fit logistic regression";
  requireNotNegative(make, "penalty", penalty);
  requireBoolean(make, "intercept", intercept);
  requireLabelChoice(make, labels);
  const fills = designOf("sample logistic regression", design);

  const fitRows = (data: Points, weights?: ArrayLike<number>): FittedLogistic => {
    const points = flatPoints(fit, "data", data);
    const { values, n, d: width } = points;
    if (width < 2) throw new RangeError(`Cannot ${fit}: data must hold rows [x…, y], got a row of 1`);
    if (weights) requireItemWeights(fit, weights, n);
    const seen = new Set<number>();
    for (let i = 0; i < n; i += 1) {
      const label = values[i * width + width - 1]!;
      if (label !== 0 && label !== 1) {
        throw new RangeError(`Cannot ${fit}: data[${i}][${width - 1}] must be a label 0 or 1, got ${label}`);
      }
      if (!weights || weights[i]! > 0) seen.add(label);
    }
    if (intercept && seen.size < 2) {
      throw new RangeError(`Cannot ${fit}: data must hold both labels, 0 and 1, got only ${[...seen]}`);
    }
    const found = logisticNewton(points, intercept, penalty, weights);
    return fitted(found.weights, found.intercept, fills, labels);
  };

  return Object.freeze({
    name: "logistic regression",
    fit: (data: Points) => fitRows(data),
    fitWeighted: (data: Points, weights: ArrayLike<number>) => fitRows(data, weights),

    known(parameters: { weights: ArrayLike<number>; intercept: number }) {
      const action = "know a logistic regression";
      requireFinite(action, "weights", parameters.weights);
      requireFiniteNumber(action, "intercept", parameters.intercept);
      return fitted(Float64Array.from(parameters.weights), parameters.intercept, fills, labels);
    },
  });
}

function fitted(
  weights: Float64Array,
  intercept: number,
  fills: ReturnType<typeof designOf>,
  labels: LabelChoice,
): FittedLogistic {
  const d = weights.length;
  const fillDesign = fills(d);
  const logOdds = (values: ArrayLike<number>, from: number): number => {
    let eta = intercept;
    for (let j = 0; j < d; j += 1) eta += weights[j]! * values[from + j]!;
    return eta;
  };
  const probability = (eta: number): number => 1 / (1 + Math.exp(-eta));
  return {
    parameters: Object.freeze({ weights, intercept }),

    sample(count, rng) {
      requireInteger("sample logistic regression", "count", count);
      return this.sampleInto(rowsOf(new Float64Array(count * (d + 1)), d + 1), rng);
    },

    sampleInto(batch, rng) {
      fillDesign(batch, rng);
      for (const row of batch) {
        const eta = logOdds(row, 0);
        row[d] = (labels === "argmax" ? eta > 0 : rng.next() < probability(eta)) ? 1 : 0;
      }
      return batch;
    },

    logProb(row) {
      const action = "compute a log probability";
      requireRow(action, "row", row, d + 1);
      const label = row[d]!;
      if (label !== 0 && label !== 1) {
        throw new RangeError(`Cannot ${action}: row[${d}] must be a label 0 or 1, got ${label}`);
      }
      const eta = logOdds(row, 0);
      const margin = label === 1 ? eta : -eta;
      if (labels === "argmax") return (eta > 0 ? 1 : 0) === label ? 0 : -Infinity;
      return Math.min(margin, 0) - Math.log1p(Math.exp(-Math.abs(margin)));
    },

    predict(points) {
      const { values, n } = flatPoints("predict", "points", points);
      requireRow("predict", "points[0]", points[0]!, d);
      return Float64Array.from({ length: n }, (_, i) => probability(logOdds(values, i * d)));
    },
  };
}
