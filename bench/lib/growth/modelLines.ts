import {
  addAlpha,
  documents,
  gaussian,
  gaussianMixture,
  gaussianMoments,
  generativeClassifier,
  jelinekMercer,
  kernelDensity,
  linearRegression,
  linearRegressionSums,
  logisticRegression,
  multivariateGaussian,
  multivariateGaussianMoments,
  multivariateKernelDensity,
  ngram,
  ridgeRegression,
  scottBandwidth,
  seeded,
  silvermanBandwidth,
  temperature,
  unigram,
  unigramCounts,
  wittenBell,
} from "generation-loss";
import { cloud, labelledRows, lineRows, numbers, tokens, weightsOf } from "./growthInputs.ts";
import { type Cost, constant, cube, type GrowthLine, geometric, linear, sorting } from "./growthLine.ts";

const line = (
  what: string,
  grows: string,
  fixed: string,
  sizes: readonly number[],
  cost: Cost,
  make: GrowthLine["make"],
): GrowthLine => ({ what, grows, fixed, sizes, ...cost, make });

const [alone, inSpace] = [gaussian({ ddof: 1 }), multivariateGaussian({ ddof: 1 })];
const [moments, spaceMoments] = [gaussianMoments({ ddof: 1 }), multivariateGaussianMoments({ ddof: 1 })];
const [blur, spaceBlur] = [
  kernelDensity({ bandwidth: silvermanBandwidth }),
  multivariateKernelDensity({ bandwidth: scottBandwidth }),
];
const mixture = (components: number) =>
  gaussianMixture({
    ...{ components, covariance: "full", covarianceFloor: 1e-3, iterations: 5, tolerance: 0 },
    start: "k-means++",
  });
const design = (d: number) => ({ design: cloud(100, d), intercept: true });
const linearOptions = (d: number) => ({ ...design(d), noiseVariance: "RSS / (n - df)" }) as const;
const odds = (d: number) => logisticRegression({ ...design(d), penalty: 1, labels: "sampled" });
const classifier = (classes: number) =>
  generativeClassifier({ classes, family: inSpace, design: "generated", labels: "sampled" });
const bigrams = (vocabularySize: number, decode = false) =>
  ngram({
    order: 2,
    vocabularySize,
    smoothing: jelinekMercer({ weights: [0.02, 0.38, 0.6] }),
    ...(decode && { decode: temperature(0.8) }),
  });

/** What a family learns from rows of x and y, by n and by d. */
const fits = (
  name: string,
  fit: (d: number) => { fit(rows: Float64Array[]): unknown },
  rows: (n: number, d: number) => Float64Array[],
  inD: Cost,
): GrowthLine[] => [
  line(`${name}: fit`, "n", "d = 4", geometric(1000), linear, (n) => {
    const [family, data] = [fit(4), rows(n, 4)];
    return () => family.fit(data);
  }),
  line(`${name}: fit`, "d", "n = 1 000", geometric(4), inD, (d) => {
    const [family, data] = [fit(d), rows(1000, d)];
    return () => family.fit(data);
  }),
];
const products: Cost = { algorithm: "n d² + d³", cost: (d) => 1000 * d ** 2 + d ** 3 };

/** What a fitted model writes, by the number of items. */
const writes = (what: string, model: () => { sample(count: number, rng: never): unknown }): GrowthLine =>
  line(`${what}: sample`, "items", "", geometric(2000), linear, (count) => {
    const fitted = model();
    return () => fitted.sample(count, seeded(1) as never);
  });

/** Models of the registry, those on sufficient statistics, and documents. */
export const modelLines: readonly GrowthLine[] = [
  line("gaussian: fit", "n", "", geometric(16_000), linear, (n) => {
    const data = numbers(n);
    return () => alone.fit(data);
  }),
  writes("gaussian", () => alone.known({ mean: 0, sd: 1 })),
  line("gaussianMoments: sample", "items", "", geometric(1000), constant, (count) => {
    const [model, rng] = [moments.known({ mean: 0, sd: 1 }), seeded(1)];
    return () => model.sample(count, rng);
  }),
  line("gaussianMoments: fit", "n", "items", geometric(8000), linear, (n) => {
    const data = numbers(n);
    return () => moments.fit(data);
  }),
  ...fits("multivariateGaussian", () => inSpace, cloud, products),
  writes("multivariateGaussian", () => inSpace.fit(cloud(100, 4))),
  line(
    "multivariateGaussian: sample",
    "d",
    "500 items",
    geometric(8),
    { algorithm: "d²", cost: (d) => d ** 2 },
    (d) => {
      const model = inSpace.fit(cloud(4 * d, d));
      return () => model.sample(500, seeded(1));
    },
  ),
  line("multivariateGaussianMoments: sample", "items", "d = 8", geometric(1000), constant, (count) => {
    const [model, rng] = [spaceMoments.fit(cloud(100, 8)), seeded(1)];
    return () => model.sample(count, rng);
  }),
  line("multivariateGaussianMoments: sample", "d", "", geometric(8), cube("d³, products"), (d) => {
    const [model, rng] = [spaceMoments.fit(cloud(4 * d, d)), seeded(1)];
    return () => model.sample(1000, rng);
  }),
  line("gaussianMixture: fit", "n", "d = 2, 5 components, 5 iterations", geometric(500), linear, (n) => {
    const data = cloud(n, 2);
    return () => mixture(5).fit(data, seeded(1));
  }),
  line("gaussianMixture: fit", "components", "n = 1 000, d = 2", geometric(2), linear, (components) => {
    const data = cloud(1000, 2);
    return () => mixture(components).fit(data, seeded(1));
  }),
  line(
    "gaussianMixture: fit",
    "d",
    "n = 1 000, 3 components",
    geometric(2),
    { algorithm: "n d² + d³", cost: (d) => 1000 * d ** 2 + d ** 3 },
    (d) => {
      const data = cloud(1000, d);
      return () => mixture(3).fit(data, seeded(1));
    },
  ),
  writes("gaussianMixture", () => mixture(3).fit(cloud(200, 2), seeded(1))),
  line("generativeClassifier: fit", "n", "d = 4, 2 classes", geometric(1000), linear, (n) => {
    const data = labelledRows(n, 4);
    return () => classifier(2).fit(data);
  }),
  writes("generativeClassifier", () => classifier(2).fit(labelledRows(200, 4))),
  line(
    "generativeClassifier: sample",
    "classes",
    "5 000 items",
    geometric(4),
    { algorithm: "items + classes", cost: (classes) => 5000 + 100 * classes },
    (classes) => {
      const rows = cloud(20 * classes, 3).map((row, i) => Float64Array.of(row[0]!, row[1]!, i % classes));
      const model = classifier(classes).fit(rows);
      return () => model.sample(5000, seeded(1));
    },
  ),
  line("kernelDensity: fit", "n", "", geometric(8000), sorting, (n) => {
    const data = numbers(n);
    return () => blur.fit(data);
  }),
  line("kernelDensity: logProb", "n", "", geometric(2000), linear, (n) => {
    const model = blur.fit(numbers(n));
    return () => model.logProb(0.5);
  }),
  line("kernelDensity: sample", "n", "2 000 items", geometric(2000), constant, (n) => {
    const model = blur.fit(numbers(n));
    return () => model.sample(2000, seeded(1));
  }),
  ...fits("multivariateKernelDensity", () => spaceBlur, cloud, linear),
  line("multivariateKernelDensity: logProb", "n", "d = 4", geometric(1000), linear, (n) => {
    const model = spaceBlur.fit(cloud(n, 4));
    return () => model.logProb([0, 1, 0, 1]);
  }),
  writes("multivariateKernelDensity", () => spaceBlur.fit(cloud(100, 4))),
  ...fits("linearRegression", (d) => linearRegression(linearOptions(d)), lineRows, products),
  ...fits("ridgeRegression", (d) => ridgeRegression({ ...linearOptions(d), penalty: 1 }), lineRows, {
    algorithm: "(n + d) d²",
    cost: (d) => (1000 + d) * d ** 2,
  }),
  ...fits("linearRegressionSums", (d) => linearRegressionSums(linearOptions(d)), lineRows, products),
  ...fits("logisticRegression", odds, labelledRows, products),
  writes("linearRegression", () => linearRegression(linearOptions(4)).fit(lineRows(100, 4))),
  writes("logisticRegression", () => odds(4).fit(labelledRows(200, 4))),
  line("unigram: fit", "tokens", "1 000 types", geometric(8000), linear, (n) => {
    const text = tokens(n);
    return () => unigram({ vocabularySize: 1000 }).fit(text);
  }),
  line("unigram: fit", "vocabulary", "1 000 tokens", geometric(8000), linear, (vocabularySize) => {
    const text = tokens(1000);
    return () => unigram({ vocabularySize }).fit(text);
  }),
  writes("unigram", () => unigram({ vocabularySize: 1000 }).fit(tokens(10_000))),
  line("unigramCounts: sample", "vocabulary", "10 000 tokens", geometric(2000), linear, (vocabularySize) => {
    const [model, rng] = [unigramCounts({ vocabularySize }).fit(tokens(10_000, vocabularySize)), seeded(1)];
    return () => model.sample(10_000, rng);
  }),
  line("unigramCounts: sample", "tokens", "1 000 types", geometric(100_000), constant, (count) => {
    const text = Uint32Array.from(weightsOf(20_000), (_, i) => i % 1000);
    const [model, rng] = [unigramCounts({ vocabularySize: 1000 }).fit(text), seeded(1)];
    return () => model.sample(count, rng);
  }),
  line("ngram: fit", "tokens", "order 2, 1 000 types", geometric(8000), linear, (n) => {
    const text = tokens(n);
    return () => bigrams(1000).fit(text);
  }),
  line("ngram: fit and write", "tokens", "order 3, Witten–Bell", geometric(8000), linear, (n) => {
    const text = tokens(n);
    const family = ngram({ order: 3, vocabularySize: 1000, smoothing: wittenBell() });
    return () => family.fit(text).sample(n, seeded(1));
  }),
  line(
    "ngram: fit and write",
    "order",
    "8 000 tokens",
    [2, 4, 8, 16],
    { algorithm: "order − 1 passes", cost: (order) => order - 1 },
    (order) => {
      const text = tokens(8000);
      const family = ngram({ order, vocabularySize: 1000, smoothing: addAlpha({ alpha: 0.1 }) });
      return () => family.fit(text).sample(1000, seeded(1));
    },
  ),
  writes("ngram", () => bigrams(1000).fit(tokens(20_000))),
  line("ngram: sample", "vocabulary", "2 000 tokens", geometric(1000), constant, (vocabularySize) => {
    const model = bigrams(vocabularySize).fit(tokens(20_000));
    return () => model.sample(2000, seeded(1));
  }),
  line("ngram: fit and write, temperature", "tokens", "order 2", geometric(4000), sorting, (n) => {
    const text = tokens(n);
    return () => bigrams(1000, true).fit(text).sample(n, seeded(1));
  }),
  line("documents: fit", "texts", "100 tokens each", geometric(50), linear, (count) => {
    const texts = Array.from({ length: count }, (_, i) => tokens(100, 1000, i));
    const family = documents({ family: unigram({ vocabularySize: 1000 }), length: 100 });
    return () => family.fit(texts);
  }),
  line("documents: sample", "texts", "100 tokens each", geometric(50), linear, (count) => {
    const model = documents({ family: unigram({ vocabularySize: 1000 }), length: 100 }).fit([tokens(1000)]);
    return () => model.sample(count, seeded(1));
  }),
];
