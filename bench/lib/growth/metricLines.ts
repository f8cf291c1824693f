import { clusterHistograms, meanInterval, medianInterval, metrics, seeded } from "generation-loss";
import { cloud, coins, covarianceOf, numbers, shares, tokens, weightsOf } from "./growthInputs.ts";
import {
  type Cost,
  constant,
  cube,
  type GrowthLine,
  geometric,
  linear,
  sorting,
  square,
} from "./growthLine.ts";

/** Metrics whose input grows in one way: by their name the work on an input of a size. */
const each = (
  rest: Omit<GrowthLine, "what" | "make">,
  makes: Readonly<Record<string, (size: number) => () => unknown>>,
): GrowthLine[] => Object.entries(makes).map(([what, make]) => ({ what, ...rest, make }));

/** Metrics of one list of numbers. */
const ofNumbers = (works: Readonly<Record<string, (data: Float64Array) => unknown>>) =>
  Object.fromEntries(
    Object.entries(works).map(([what, work]) => [
      what,
      (n: number) => {
        const data = numbers(n);
        return () => work(data);
      },
    ]),
  );

/** Metrics of two lists of numbers; `make` draws them. */
const ofTwo = <Data>(
  make: (size: number, seed: number) => Data,
  works: Readonly<Record<string, (a: Data, b: Data) => unknown>>,
) =>
  Object.fromEntries(
    Object.entries(works).map(([what, work]) => [
      what,
      (size: number) => {
        const [a, b] = [make(size, 1), make(size, 2)];
        return () => work(a, b);
      },
    ]),
  );

const numbersGrow = { grows: "values", sizes: geometric(16_000) };
const categoriesGrow = { grows: "categories", sizes: geometric(16_000) };
const tokensGrow = { grows: "tokens", sizes: geometric(8000) };
const traces = { threshold: 3, side: "above" } as const;
const balls = { k: 5, strict: true };
const epsilon = { n: 4, smoothing: "add-one" } as const;
const groups = ["a", "b", "c", "d"];
const groupsOf = (n: number): string[] => Array.from(tokens(n, 4, 5), (group) => groups[group % 4]!);
const textOf = (n: number): string[] => Array.from(tokens(n), (token) => `w${token}`);
/** Texts of unlike lengths. */
const textsOf = (count: number): Uint32Array[] =>
  Array.from({ length: count }, (_, i) => tokens(8 + ((i * 7) % 64), 1000, i));

const ballLine = (
  what: "manifoldMetrics" | "densityCoverage" | "precisionRecall",
  d: number,
  sizes: readonly number[],
  cost: Cost,
): GrowthLine => ({
  ...{ what, grows: "n", fixed: `d = ${d}, k = 5`, sizes, ...cost },
  make(n) {
    const [real, fake] = [cloud(n, d, 1), cloud(n, d, 2)];
    return () => metrics[what](real, fake, balls);
  },
});

/** Work on points: n of them, or their d numbers. */
const points = (
  what: string,
  grows: "n" | "d",
  fixed: number,
  sizes: readonly number[],
  cost: Cost,
  work: (a: Float64Array[], b: Float64Array[]) => unknown,
): GrowthLine => ({
  ...{ what, grows, fixed: `${grows === "n" ? "d" : "n"} = ${fixed}`, sizes, ...cost },
  make(size) {
    const [n, d] = grows === "n" ? [size, fixed] : [fixed, size];
    const [a, b] = [cloud(n, d, 1), cloud(n, d, 2)];
    return () => work(a, b);
  },
});

const tree = { algorithm: "n log n, a k-d tree", cost: (n: number) => n * Math.log(n) };
const treeIn8 = { algorithm: "below n^1.5, a k-d tree", cost: (n: number) => n ** 1.4 };
const mmd = (a: Float64Array[], b: Float64Array[]) => metrics.mmd2(a, b, { lengthScale: 2, biased: false });
const kernel = (x: Float64Array, y: Float64Array) => Math.exp(-Math.abs(x[0]! - y[0]!));
const cosine = (a: Float64Array[]) => metrics.vendiOfPoints(a, { kernel: "cosine" });

/** Metrics of the registry, and those of clusters and intervals beside it. */
export const metricLines: readonly GrowthLine[] = [
  ...each(
    { ...numbersGrow, ...linear },
    ofNumbers({
      firstAlarm: (data) => metrics.firstAlarm(data, { threshold: 99, side: "above" }),
      mean: metrics.mean,
      meanInterval: (data) => meanInterval(data, { level: 0.95 }),
      perplexity: (data) => metrics.perplexity(data.map((x) => -Math.abs(x))),
      standardError: metrics.standardError,
      variance: (data) => metrics.variance(data, { ddof: 1 }),
    }),
  ),
  ...each(
    { ...numbersGrow, ...sorting },
    {
      ...ofNumbers({
        median: metrics.median,
        medianInterval: (data) => medianInterval(data, { level: 0.95 }),
        medianStandardError: metrics.medianStandardError,
        quantile: (data) => metrics.quantile(data, 0.9),
      }),
      ...ofTwo(numbers, {
        energyDistance: (a, b) => metrics.energyDistance(a, b, { root: true }),
        kolmogorovSmirnov: metrics.kolmogorovSmirnov,
        wasserstein1: (a, b) => metrics.wasserstein1(a, b),
      }),
      "wasserstein1, weighted": (n) => {
        const [a, b, aWeights, bWeights] = [numbers(n), numbers(n, 2), weightsOf(n), weightsOf(n, 2)];
        return () => metrics.wasserstein1(a, b, { aWeights, bWeights });
      },
    },
  ),
  ...each(
    { ...categoriesGrow, ...linear },
    ofTwo(weightsOf, {
      chao1: (p) => metrics.chao1(p, { biasCorrected: true }),
      entropy: (p) => metrics.entropy(p, { base: 2 }),
      goodTuringUnseenMass: (p) => metrics.goodTuringUnseenMass(p),
      hellinger: metrics.hellinger,
      hillNumber: (p) => metrics.hillNumber(p, { order: 2 }),
      jensenShannon: (p, q) => metrics.jensenShannon(p, q, { base: 2, root: true }),
      klDivergence: (p, q) => metrics.klDivergence(p, q, { base: 2 }),
      tailCoverage: (p) =>
        metrics.tailCoverage(p, new Float64Array(p.length).fill(1 / p.length), { below: 1 }),
      totalVariation: metrics.totalVariation,
      typesAlive: (p) => metrics.typesAlive(p),
    }),
  ),
  ...each(
    { grows: "categories", fixed: "25 points", sizes: geometric(1000), ...linear },
    ofTwo(weightsOf, { mauve: (p, q) => metrics.mauve(p, q, { c: 5, points: 25 }) }),
  ),
  ...each(
    { grows: "points", fixed: "100 categories", sizes: geometric(100), ...linear },
    {
      mauve(count) {
        const [p, q] = [weightsOf(100), weightsOf(100, 2)];
        return () => metrics.mauve(p, q, { c: 5, points: count });
      },
    },
  ),
  ...each(
    // Up to 16 000 outcomes a processor knows by heart once it has met them: its guesses are right, and a step costs a third.
    { grows: "predictions", sizes: geometric(32_000), ...linear },
    {
      brier(n) {
        const [p, outcomes] = [shares(n), coins(n)];
        return () => metrics.brier(p, outcomes);
      },
      expectedCalibrationError(n) {
        const [p, outcomes] = [shares(n), coins(n)];
        return () => metrics.expectedCalibrationError(p, outcomes, { bins: 15 });
      },
      demographicParityGap(n) {
        const [predictions, of] = [coins(n), groupsOf(n)];
        return () => metrics.demographicParityGap(predictions, of);
      },
      equalOpportunityGap(n) {
        const [predictions, truth, of] = [coins(n), coins(n, 2), groupsOf(n)];
        return () => metrics.equalOpportunityGap(predictions, truth, of);
      },
      minimumGroupShare(n) {
        const of = groupsOf(n);
        return () => metrics.minimumGroupShare(of, { among: groups });
      },
    },
  ),
  ...each(
    { grows: "runs", fixed: "100 generations", sizes: geometric(200), ...linear },
    {
      alarmThreshold(n) {
        const quiet = cloud(n, 100);
        return () => metrics.alarmThreshold(quiet, { rate: 0.05, side: "above" });
      },
      falseAlarmRate(n) {
        const quiet = cloud(n, 100);
        return () => metrics.falseAlarmRate(quiet, traces);
      },
    },
  ),
  ...each(
    { ...tokensGrow, ...linear },
    {
      compressionRatio(n) {
        const text = textOf(n).join(" ");
        return () => metrics.compressionRatio(text);
      },
      distinctN(n) {
        const text = [tokens(n)];
        return () => metrics.distinctN(text, { n: 2, pooled: true });
      },
      mattr(n) {
        const text = tokens(n);
        return () => metrics.mattr(text, { window: 100 });
      },
      nonWordShare(n) {
        const words = textOf(n);
        const lexicon = new Set(words.slice(0, 100));
        return () => metrics.nonWordShare(words, lexicon);
      },
      repetitionRate(n) {
        const text = tokens(n);
        return () => metrics.repetitionRate(text, { n: 2, window: 100 });
      },
      typeTokenRatio(n) {
        const text = tokens(n);
        return () => metrics.typeTokenRatio(text);
      },
    },
  ),
  ...each(
    { grows: "tokens", sizes: geometric(1000), ...linear },
    {
      bleu(n) {
        const [candidate, references] = [tokens(n), [tokens(n, 1000, 2), tokens(n, 1000, 3)]];
        return () => metrics.bleu(candidate, references, epsilon);
      },
      ngramJensenShannon(n) {
        const [a, b] = [tokens(n), tokens(n, 1000, 2)];
        return () => metrics.ngramJensenShannon(a, b, { n: 2, base: 2, root: true });
      },
    },
  ),
  ...each(
    { grows: "window", fixed: "40 000 tokens", sizes: geometric(50, 5, 4), ...constant },
    {
      mattr(window) {
        const text = tokens(40_000);
        return () => metrics.mattr(text, { window });
      },
      repetitionRate(window) {
        const text = tokens(40_000);
        return () => metrics.repetitionRate(text, { n: 2, window });
      },
    },
  ),
  ...each(
    { grows: "texts", fixed: "8 to 71 tokens each", sizes: geometric(100), ...linear },
    {
      selfBleu(count) {
        const texts = textsOf(count);
        return () => metrics.selfBleu(texts, epsilon);
      },
    },
  ),
  ballLine("manifoldMetrics", 2, geometric(1000), tree),
  ballLine("precisionRecall", 2, geometric(1000, 4), tree),
  ballLine("densityCoverage", 2, geometric(1000, 4), tree),
  ballLine("manifoldMetrics", 4, geometric(1000), treeIn8),
  ballLine("manifoldMetrics", 6, geometric(2048, 4), treeIn8),
  ballLine("manifoldMetrics", 8, geometric(8192, 4, 2 ** 0.5), treeIn8),
  ballLine("manifoldMetrics", 16, geometric(250), square("n², all pairs")),
  points("manifoldMetrics", "d", 600, geometric(16), linear, (a, b) => metrics.manifoldMetrics(a, b, balls)),
  points("mmd2", "n", 8, geometric(250), square("n², all pairs"), mmd),
  points("mmd2", "d", 500, geometric(16), linear, mmd),
  points("modesCovered", "n", 2, geometric(2000), linear, (a) =>
    metrics.modesCovered(a, cloud(25, 2), { radius: 1, atLeast: 5 }),
  ),
  {
    ...{ what: "modesCovered", grows: "modes", fixed: "n = 2 000, d = 2", sizes: geometric(25), ...linear },
    make(count) {
      const [a, modes] = [cloud(2000, 2), cloud(count, 2, 2)];
      return () => metrics.modesCovered(a, modes, { radius: 1, atLeast: 5 });
    },
  },
  points("clusterHistograms", "n", 8, geometric(1000), linear, (a, b) =>
    clusterHistograms(a, b, { clusters: 20, rounds: 3, rng: seeded(1) }),
  ),
  {
    ...{ what: "clusterHistograms", grows: "clusters", fixed: "n = 1 000, d = 8", ...linear },
    sizes: geometric(10),
    make(clusters) {
      const [a, b] = [cloud(1000, 8), cloud(1000, 8, 2)];
      return () => clusterHistograms(a, b, { clusters, rounds: 3, rng: seeded(1) });
    },
  },
  {
    ...{ what: "frechetDistance", grows: "d", sizes: geometric(12), ...cube("d³, singular values") },
    make(d) {
      const [a, b] = [1, 2].map((seed) => ({ mean: numbers(d, seed), covariance: covarianceOf(d, seed) }));
      return () => metrics.frechetDistance(a!, b!);
    },
  },
  points("frechetDistanceOfSamples", "n", 8, geometric(1000), linear, (a, b) =>
    metrics.frechetDistanceOfSamples(a, b, { ddof: 1 }),
  ),
  points(
    "frechetDistanceOfSamples",
    "d",
    1000,
    geometric(8),
    { algorithm: "n d² + d³", cost: (d) => 1000 * d ** 2 + d ** 3 },
    (a, b) => metrics.frechetDistanceOfSamples(a, b, { ddof: 1 }),
  ),
  {
    ...{ what: "vendi", grows: "n", sizes: geometric(50, 4), ...cube("n³, eigenvalues") },
    make(n) {
      const rows = cloud(n, 1);
      const matrix = rows.map((x) => Float64Array.from(rows, (y) => kernel(x, y)));
      return () => metrics.vendi(matrix);
    },
  },
  points("vendiOfPoints, a function", "n", 2, geometric(50, 4), cube("n³, eigenvalues"), (a) =>
    metrics.vendiOfPoints(a, { kernel }),
  ),
  points("vendiOfPoints, cosine", "n", 16, geometric(1000), linear, cosine),
  points(
    "vendiOfPoints, cosine",
    "d",
    2000,
    geometric(8),
    { algorithm: "n d² + d³", cost: (d) => 2000 * d ** 2 + d ** 3 },
    cosine,
  ),
];
