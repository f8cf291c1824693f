import { metrics } from "../../../lib/index.ts";
import { planeGaussians, points, similarities } from "./metricKinds.ts";
import { type MetricPromise, type MetricTests, ofOne, ofPair, on } from "./metricPromise.ts";

type Rows = readonly (readonly number[])[];
const noCounts = "its numbers are no counts: any finite number is fine";

const flat: Rows = [
  [2, 2],
  [2, 2],
  [2, 2],
];
const apart: Rows = [
  [1, 2],
  [3, 4],
  [5, 7],
];

/** A comparison of two sets of points in the same space. */
const betweenPoints = (
  of: (a: Rows, b: Rows) => number,
  promise: Pick<MetricPromise<Rows>, "symmetric" | "onItself" | "scalePower">,
): MetricTests =>
  on(points, {
    of,
    ...promise,
    orderFree: true,
    bad: {
      empty: { refuses: () => of([], apart) },
      nan: { refuses: () => of(apart, [...flat, [1, Number.NaN]]) },
      negativeCount: { cannot: noCounts },
      mismatchedLength: { refuses: () => of(apart, [[1], [2], [3]]) },
      zeroVariance: { gives: () => of(apart, flat) },
    },
  });

const balls = { k: 2, strict: true };
const modes: Rows = [
  [0, 0],
  [5, 5],
  [2, 1],
];
const left = { radius: 2, atLeast: 1 };
const spread = { mean: [0, 1], covariance: flat.slice(1) };

type Name =
  | "densityCoverage"
  | "frechetDistance"
  | "frechetDistanceOfSamples"
  | "manifoldMetrics"
  | "mmd2"
  | "modesCovered"
  | "precisionRecall"
  | "vendi"
  | "vendiOfPoints";

/** Promises of metrics of points in d dimensions. */
export const pointMetrics: Record<Name, MetricTests> = {
  densityCoverage: betweenPoints((a, b) => metrics.densityCoverage(a, b, { ...balls, k: 1 }).coverage, {
    symmetric: false,
    onItself: 1,
    scalePower: 0,
  }),
  frechetDistance: on(planeGaussians, {
    of: metrics.frechetDistance,
    ...ofPair,
    orderFree: true,
    scalePower: 2,
    bad: {
      empty: { refuses: () => metrics.frechetDistance({ mean: [], covariance: [] }, spread) },
      nan: { refuses: () => metrics.frechetDistance({ mean: [0, Number.NaN], covariance: flat }, spread) },
      negativeCount: { refuses: () => metrics.frechetDistance({ mean: [0], covariance: [[-1]] }, spread) },
      mismatchedLength: { refuses: () => metrics.frechetDistance({ mean: [0], covariance: [[1]] }, spread) },
      zeroVariance: {
        gives: () =>
          metrics.frechetDistance({ mean: [1], covariance: [[0]] }, { mean: [2], covariance: [[1]] }),
      },
    },
  }),
  frechetDistanceOfSamples: betweenPoints((a, b) => metrics.frechetDistanceOfSamples(a, b, { ddof: 1 }), {
    ...ofPair,
    scalePower: 2,
  }),
  manifoldMetrics: betweenPoints((a, b) => metrics.manifoldMetrics(a, b, balls).density, {
    symmetric: false,
    onItself: null,
    scalePower: 0,
  }),
  mmd2: betweenPoints((a, b) => metrics.mmd2(a, b, { lengthScale: 2, biased: true }), {
    ...ofPair,
    scalePower: null,
  }),
  modesCovered: on(points, {
    of: (a) => metrics.modesCovered(a, modes, left),
    ...ofOne,
    orderFree: true,
    scalePower: null,
    bad: {
      empty: { refuses: () => metrics.modesCovered([], modes, left) },
      nan: { refuses: () => metrics.modesCovered([[0, Number.NaN]], modes, left) },
      negativeCount: { refuses: () => metrics.modesCovered(apart, modes, { radius: 2, atLeast: -1 }) },
      mismatchedLength: { refuses: () => metrics.modesCovered([[1]], modes, left) },
      zeroVariance: { gives: () => metrics.modesCovered(flat, modes, left) },
    },
  }),
  precisionRecall: betweenPoints((a, b) => metrics.precisionRecall(a, b, balls).precision, {
    symmetric: false,
    onItself: 1,
    scalePower: 0,
  }),
  vendi: on(similarities, {
    of: (a) => metrics.vendi(a),
    ...ofOne,
    orderFree: true,
    scalePower: null,
    bad: {
      empty: { refuses: () => metrics.vendi([]) },
      nan: { refuses: () => metrics.vendi([[Number.NaN]]) },
      negativeCount: { refuses: () => metrics.vendi([[-1]]) },
      mismatchedLength: { refuses: () => metrics.vendi([[1, 0]]) },
      zeroVariance: {
        gives: () =>
          metrics.vendi([
            [1, 1],
            [1, 1],
          ]),
      },
    },
  }),
  vendiOfPoints: on(points, {
    of: (a) => metrics.vendiOfPoints(a, { kernel: "cosine" }),
    ...ofOne,
    orderFree: true,
    scalePower: 0,
    bad: {
      empty: { refuses: () => metrics.vendiOfPoints([], { kernel: "cosine" }) },
      nan: { refuses: () => metrics.vendiOfPoints([[Number.NaN]], { kernel: "cosine" }) },
      negativeCount: { cannot: noCounts },
      mismatchedLength: { refuses: () => metrics.vendiOfPoints([[1, 2], [1]], { kernel: "cosine" }) },
      zeroVariance: { gives: () => metrics.vendiOfPoints(flat, { kernel: "cosine" }) },
    },
  }),
};
