import type { Kind } from "./metricPromise.ts";

type Numbers = readonly number[];
type Rows = readonly Numbers[];

const numbersA: Numbers = Object.freeze([1, 4, 2, 2, 7, 1, 3]);
const numbersB: Numbers = Object.freeze([2, 1, 9, 4, 4, 1, 1]);
const times = (data: Numbers, factor: number): Numbers => Object.freeze(data.map((x) => factor * x));
const turned = <T>(data: readonly T[]): readonly T[] => Object.freeze(data.toReversed());
const rows = (...data: Numbers[]): Rows => Object.freeze(data.map((row) => Object.freeze(row)));

/** Samples of numbers: each has no order of its own. */
export const samples: Kind<Numbers> = {
  a: numbersA,
  b: numbersB,
  reordered: [turned(numbersA), numbersB],
  scaled: (factor) => [times(numbersA, factor), times(numbersB, factor)],
};

/** Counts of the same categories: both are in another order together. */
export const histograms: Kind<Numbers> = {
  a: numbersA,
  b: numbersB,
  reordered: [turned(numbersA), turned(numbersB)],
  scaled: (factor) => [times(numbersA, factor), times(numbersB, factor)],
};

const pointsA = rows([0, 1], [2, 2], [1, 5], [4, 4], [3, -1], [9, 2], [1, 1]);
const pointsB = rows([0, 2], [2, 1], [1.5, 4], [20, 4], [3, 0], [2.5, 2], [1, -7], [1, 2]);
const timesRows = (data: Rows, factor: number): Rows => rows(...data.map((row) => times(row, factor)));

/** Points in the plane: each set has no order. */
export const points: Kind<Rows> = {
  a: pointsA,
  b: pointsB,
  reordered: [turned(pointsA), turned(pointsB)],
  scaled: (factor) => [timesRows(pointsA, factor), timesRows(pointsB, factor)],
};

interface MeanAndSd {
  readonly mean: number;
  readonly sd: number;
}
const gaussianA: MeanAndSd = Object.freeze({ mean: 1, sd: 4 });
const gaussianB: MeanAndSd = Object.freeze({ mean: 2, sd: 1 });
const timesGaussian = ({ mean, sd }: MeanAndSd, factor: number): MeanAndSd =>
  Object.freeze({ mean: factor * mean, sd: factor * sd });

/** Gaussians on the line, by mean and standard deviation. */
export const gaussians: Kind<MeanAndSd> = {
  a: gaussianA,
  b: gaussianB,
  reordered: null,
  scaled: (factor) => [timesGaussian(gaussianA, factor), timesGaussian(gaussianB, factor)],
};

interface MeanAndCovariance {
  readonly mean: Numbers;
  readonly covariance: Rows;
}
const spreadA: MeanAndCovariance = Object.freeze({
  mean: Object.freeze([0, 1]),
  covariance: rows([2, 0.5], [0.5, 1]),
});
const flat: MeanAndCovariance = Object.freeze({
  mean: Object.freeze([1, 2]),
  covariance: rows([4, 2], [2, 1]),
});
const timesSpread = ({ mean, covariance }: MeanAndCovariance, factor: number): MeanAndCovariance =>
  Object.freeze({ mean: times(mean, factor), covariance: timesRows(covariance, factor ** 2) });
const turnedSpread = ({ mean, covariance }: MeanAndCovariance): MeanAndCovariance =>
  Object.freeze({ mean: turned(mean), covariance: turned(covariance.map(turned)) });

/** Gaussians in the plane; one of them lies on a line. The order of coordinates is free. */
export const planeGaussians: Kind<MeanAndCovariance> = {
  a: spreadA,
  b: flat,
  reordered: [turnedSpread(spreadA), turnedSpread(flat)],
  scaled: (factor) => [timesSpread(spreadA, factor), timesSpread(flat, factor)],
};

const similaritiesA = rows([1, 0.9, 0], [0.9, 1, 0.2], [0, 0.2, 1]);

/** Matrices of similarities: rows and columns change places together. */
export const similarities: Kind<Rows> = {
  a: similaritiesA,
  b: similaritiesA,
  reordered: [turned(similaritiesA.map(turned)), similaritiesA],
  scaled: null,
};

interface Labelled {
  readonly probabilities: Numbers;
  readonly predictions: Numbers;
  readonly truth: Numbers;
  readonly groups: readonly string[];
}
const labelledA: Labelled = Object.freeze({
  probabilities: Object.freeze([0.9, 0.2, 0.7, 0.55, 0.1, 1]),
  predictions: Object.freeze([1, 0, 1, 1, 0, 1]),
  truth: Object.freeze([1, 1, 0, 1, 0, 1]),
  groups: Object.freeze(["x", "y", "x", "y", "y", "x"]),
});
const turnedLabels = ({ probabilities, predictions, truth, groups }: Labelled): Labelled => ({
  probabilities: turned(probabilities),
  predictions: turned(predictions),
  truth: turned(truth),
  groups: turned(groups),
});

/** Predictions with what would have been right, and groups: columns of one table. */
export const labelled: Kind<Labelled> = {
  a: labelledA,
  b: labelledA,
  reordered: [turnedLabels(labelledA), labelledA],
  scaled: null,
};
