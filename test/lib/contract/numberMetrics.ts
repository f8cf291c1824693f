import { metrics } from "../../../lib/index.ts";
import type { BadInput } from "./badInput.ts";
import { gaussians, histograms, samples } from "./metricKinds.ts";
import { type MetricPromise, type MetricTests, ofOne, ofPair, on } from "./metricPromise.ts";

type Numbers = readonly number[];
const inBits = { base: 2 };
const one = "there is one list only";
const noCounts = "its numbers are no counts: any finite number is fine";

/** Bad input of a metric of one sample. */
function badSample(of: (data: Numbers) => number): BadInput {
  return {
    empty: { refuses: () => of([]) },
    nan: { refuses: () => of([1, Number.NaN, 2, 3, 4]) },
    negativeCount: { cannot: noCounts },
    mismatchedLength: { cannot: one },
    zeroVariance: { gives: () => of([2, 2, 2, 2, 2]) },
  };
}
/** A metric of one sample. */
const ofSample = (
  of: (data: Numbers) => number,
  scalePower: MetricPromise<Numbers>["scalePower"],
): MetricTests => on(samples, { of, ...ofOne, orderFree: true, scalePower, bad: badSample(of) });

/** A distance between two samples, which may differ in length. */
const betweenSamples = (
  of: (a: Numbers, b: Numbers) => number,
  scalePower: MetricPromise<Numbers>["scalePower"],
): MetricTests =>
  on(samples, {
    of,
    ...ofPair,
    orderFree: true,
    scalePower,
    bad: {
      empty: { refuses: () => of([1], []) },
      nan: { refuses: () => of([1, Number.NaN], [1]) },
      negativeCount: { cannot: noCounts },
      mismatchedLength: { gives: () => of([1, 2, 3], [1, 5]) },
      zeroVariance: { gives: () => of([2, 2], [3, 3]) },
    },
  });

/** A metric of one histogram. */
const ofHistogram = (of: (counts: Numbers) => number, scalePower: 0 | null): MetricTests =>
  on(histograms, {
    of,
    ...ofOne,
    orderFree: true,
    scalePower,
    bad: {
      empty: { refuses: () => of([]) },
      nan: { refuses: () => of([1, Number.NaN]) },
      negativeCount: { refuses: () => of([3, -1]) },
      mismatchedLength: { cannot: one },
      zeroVariance: { gives: () => of([3, 3, 3]) },
    },
  });

/** A comparison of two histograms over the same categories. */
const betweenHistograms = (
  of: (p: Numbers, q: Numbers) => number,
  promise: Pick<MetricPromise<Numbers>, "symmetric" | "onItself">,
): MetricTests =>
  on(histograms, {
    of,
    ...promise,
    orderFree: true,
    scalePower: 0,
    bad: {
      empty: { refuses: () => of([], []) },
      nan: { refuses: () => of([1, 2], [1, Number.NaN]) },
      negativeCount: { refuses: () => of([1, 2], [3, -1]) },
      mismatchedLength: { refuses: () => of([1, 2], [1, 2, 3]) },
      zeroVariance: { gives: () => of([1, 1], [2, 2]) },
    },
  });

/** A comparison of two Gaussians given by mean and sd. */
const betweenGaussians = (
  of: MetricPromise<{ mean: number; sd: number }>["of"],
  promise: Pick<MetricPromise<Numbers>, "symmetric" | "scalePower">,
  zeroVariance: "refused" | "fine",
): MetricTests => {
  const [unit, point] = [
    { mean: 0, sd: 1 },
    { mean: 1, sd: 0 },
  ];
  return on(gaussians, {
    of,
    ...promise,
    onItself: 0,
    orderFree: null,
    bad: {
      empty: { cannot: "a mean and an sd are two numbers, not lists" },
      nan: { refuses: () => of(unit, { mean: Number.NaN, sd: 1 }) },
      negativeCount: { refuses: () => of(unit, { mean: 0, sd: -1 }) },
      mismatchedLength: { cannot: "a mean and an sd are two numbers, not lists" },
      zeroVariance:
        zeroVariance === "fine" ? { gives: () => of(unit, point) } : { refuses: () => of(unit, point) },
    },
  });
};

const { mean, median, medianStandardError, quantile, standardError, variance } = metrics;

type Name =
  | "chao1"
  | "energyDistance"
  | "entropy"
  | "gaussianMmd2"
  | "gaussianWasserstein2"
  | "goodTuringUnseenMass"
  | "hellinger"
  | "hillNumber"
  | "jensenShannon"
  | "klDivergence"
  | "klGaussian"
  | "kolmogorovSmirnov"
  | "mauve"
  | "mean"
  | "median"
  | "medianStandardError"
  | "quantile"
  | "standardError"
  | "tailCoverage"
  | "totalVariation"
  | "typesAlive"
  | "variance"
  | "wasserstein1";

/** Promises of metrics of samples on the line, of histograms, and of Gaussians by their parameters. */
export const numberMetrics: Record<Name, MetricTests> = {
  chao1: ofHistogram((a) => metrics.chao1(a, { biasCorrected: true }), null),
  energyDistance: betweenSamples((a, b) => metrics.energyDistance(a, b, { root: true }), 0.5),
  entropy: ofHistogram((a) => metrics.entropy(a, inBits), 0),
  gaussianMmd2: betweenGaussians(
    (a, b) => metrics.gaussianMmd2(a, b, { lengthScale: 1 }),
    { symmetric: true, scalePower: null },
    "fine",
  ),
  gaussianWasserstein2: betweenGaussians(
    metrics.gaussianWasserstein2,
    { symmetric: true, scalePower: 2 },
    "fine",
  ),
  goodTuringUnseenMass: ofHistogram((a) => metrics.goodTuringUnseenMass(a), null),
  hellinger: betweenHistograms(metrics.hellinger, ofPair),
  hillNumber: ofHistogram((a) => metrics.hillNumber(a, { order: 1.5 }), 0),
  jensenShannon: betweenHistograms((p, q) => metrics.jensenShannon(p, q, { ...inBits, root: false }), ofPair),
  klDivergence: betweenHistograms((p, q) => metrics.klDivergence(p, q, inBits), {
    symmetric: false,
    onItself: 0,
  }),
  klGaussian: betweenGaussians(
    (a, b) => metrics.klGaussian(a, b, inBits),
    { symmetric: false, scalePower: 0 },
    "refused",
  ),
  kolmogorovSmirnov: betweenSamples(metrics.kolmogorovSmirnov, 0),
  mauve: betweenHistograms((p, q) => metrics.mauve(p, q, { c: 5, points: 100 }), {
    symmetric: true,
    onItself: 1,
  }),
  mean: ofSample((a) => mean(a), 1),
  median: ofSample((a) => median(a), 1),
  medianStandardError: ofSample((a) => medianStandardError(a), 1),
  quantile: ofSample((a) => quantile(a, 0.3), 1),
  standardError: ofSample((a) => standardError(a), 1),
  tailCoverage: on(histograms, {
    of: (a, b) => metrics.tailCoverage([0, ...a.slice(1)], b, { below: 0.2 }),
    ...ofOne,
    symmetric: false,
    orderFree: null, // the first count is made 0 above
    scalePower: 0,
    bad: {
      empty: { refuses: () => metrics.tailCoverage([], [], { below: 0.2 }) },
      nan: { refuses: () => metrics.tailCoverage([1, 2], [1, Number.NaN], { below: 0.2 }) },
      negativeCount: { refuses: () => metrics.tailCoverage([1, -2], [1, 9], { below: 0.2 }) },
      mismatchedLength: { refuses: () => metrics.tailCoverage([1], [1, 9], { below: 0.2 }) },
      zeroVariance: { gives: () => metrics.tailCoverage([1, 0, 0], [2, 2, 2], { below: 0.5 }) },
    },
  }),
  totalVariation: betweenHistograms(metrics.totalVariation, ofPair),
  typesAlive: ofHistogram((a) => metrics.typesAlive(a), 0),
  variance: ofSample((a) => variance(a, { ddof: 1 }), 2),
  wasserstein1: betweenSamples((a, b) => metrics.wasserstein1(a, b), 1),
};
