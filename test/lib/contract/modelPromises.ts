// What each model of the registry promises. A model without its entry here does not compile.
import {
  addAlpha,
  type Family,
  type GaussianMixtureOptions,
  type GenerativeClassifierOptions,
  gaussian,
  gaussianMixture,
  generativeClassifier,
  jelinekMercer,
  kernelDensity,
  type LinearOptions,
  type LogisticOptions,
  linearRegression,
  logisticRegression,
  type MultivariateGaussianParameters,
  type models,
  multivariateGaussian,
  multivariateKernelDensity,
  ngram,
  type Rng,
  ridgeRegression,
  scottBandwidth,
  seeded,
  silvermanBandwidth,
  temperature,
  unigram,
  unsmoothed,
  wittenBell,
} from "../../../lib/index.ts";
import type { BadInput } from "./badInput.ts";

// biome-ignore lint/suspicious/noExplicitAny: families of every kind of item stand in one list
export type AnyFamily = Family<any, object, any>;

export interface ModelPromise {
  /** The family under each choice of its options that changes what it computes. */
  families: readonly AnyFamily[];
  /** Items to learn from: numbers, token ids, rows. */
  data: readonly unknown[];
  /** Five kinds of bad input, asked of the first family or of all. */
  bad: BadInput;
}

const [inOneDimension, words] = [gaussian({ ddof: 1 }), unigram({ vocabularySize: 5 })];

/** Rows of two numbers, or of x and y. */
const plane = [
  [0.5, 1],
  [-1, 2.5],
  [2, 0.5],
  [7, 3],
  [5.5, -2],
]; // shape (5, 2)
/** Rows of x and a label; no x parts the labels. */
const labelled = [
  [0, 0],
  [1, 1],
  [2, 0],
  [3.5, 1],
  [4, 1],
  [-1, 0],
]; // shape (6, 2)
const mixed: GaussianMixtureOptions = {
  components: 2,
  covariance: "full",
  covarianceFloor: 0.01,
  iterations: 20,
  tolerance: 1e-6,
  start: "k-means++",
};
const unit = [
  [1, 0],
  [0, 1],
];
const twoBlobs = {
  weights: [0.5, 0.5],
  means: [
    [0, 1],
    [6, 0],
  ],
  covariances: [unit, unit],
};
const [inSpace, mixture] = [multivariateGaussian({ ddof: 1 }), gaussianMixture(mixed)];
const [blur, blurInSpace] = [
  kernelDensity({ bandwidth: 0.75 }),
  multivariateKernelDensity({ bandwidth: 0.75 }),
];
const lineOptions: LinearOptions = {
  design: [[1], [2], [4]],
  intercept: true,
  noiseVariance: "RSS / (n - df)",
};
const [line, ridge] = [linearRegression(lineOptions), ridgeRegression({ ...lineOptions, penalty: 2 })];
const oddsOptions: LogisticOptions = {
  penalty: 0.5,
  intercept: true,
  design: [[0], [1], [2]],
  labels: "sampled",
};
const anywhere = (count: number, rng: Rng) => Array.from({ length: count }, () => [8 * rng.next() - 2]);
const odds = logisticRegression(oddsOptions);
const twoClasses: GenerativeClassifierOptions<MultivariateGaussianParameters> = {
  classes: 2,
  family: multivariateGaussian({ ddof: 0 }),
  design: "generated",
  labels: "sampled",
};
const classifier = generativeClassifier(twoClasses);

const bigrams = ngram({
  order: 2,
  vocabularySize: 5,
  smoothing: jelinekMercer({ weights: [0.02, 0.38, 0.6] }),
});

export const modelPromises: Readonly<Record<keyof typeof models, ModelPromise>> = {
  gaussian: {
    families: [gaussian({ ddof: 0 }), gaussian({ ddof: 1 })],
    data: [0.5, -1, 2, 7],
    bad: {
      empty: { refuses: () => inOneDimension.fit([]) },
      nan: { refuses: () => inOneDimension.fit([1, Number.NaN]) },
      negativeCount: { refuses: () => inOneDimension.fit([1, 2]).sample(-1, seeded(1)) },
      mismatchedLength: { cannot: "a batch of numbers has one length" },
      zeroVariance: { gives: () => inOneDimension.fit([2, 2, 2]).parameters.sd },
    },
  },
  gaussianMixture: {
    families: [
      mixture,
      gaussianMixture({ ...mixed, start: twoBlobs }),
      gaussianMixture({ ...mixed, covariance: "spherical" }),
    ],
    data: plane,
    bad: {
      empty: { refuses: () => mixture.fit([], seeded(1)) },
      nan: {
        refuses: () =>
          mixture.fit(
            [
              [1, 0],
              [Number.NaN, 1],
            ],
            seeded(1),
          ),
      },
      negativeCount: { refuses: () => mixture.fit(plane, seeded(1)).sample(-1, seeded(1)) },
      mismatchedLength: { refuses: () => mixture.fit([[1, 0], [3]], seeded(1)) },
      zeroVariance: {
        refuses: () => gaussianMixture({ ...mixed, covarianceFloor: 0 }).fit([[2], [2]], seeded(1)),
      },
    },
  },
  generativeClassifier: {
    families: [
      classifier,
      generativeClassifier({ ...twoClasses, labels: "argmax" }),
      generativeClassifier({ ...twoClasses, design: [[1], [2]] }),
    ],
    data: labelled,
    bad: {
      empty: { refuses: () => classifier.fit([]) },
      nan: {
        refuses: () =>
          classifier.fit([
            [1, 0],
            [Number.NaN, 1],
          ]),
      },
      negativeCount: { refuses: () => classifier.fit(labelled).sample(-1, seeded(1)) },
      mismatchedLength: { refuses: () => classifier.fit([[1, 0], [3]]) },
      zeroVariance: {
        gives: () =>
          classifier
            .fit([
              [2, 0],
              [2, 0],
            ])
            .posterior([[2]])[0]![0]!,
      },
    },
  },
  kernelDensity: {
    families: [blur, kernelDensity({ bandwidth: silvermanBandwidth })],
    data: [0.5, -1, 2, 7],
    bad: {
      empty: { refuses: () => blur.fit([]) },
      nan: { refuses: () => blur.fit([1, Number.NaN]) },
      negativeCount: { refuses: () => blur.fit([0.5, -1, 2, 7]).sample(-1, seeded(1)) },
      mismatchedLength: { cannot: "a batch of numbers has one length" },
      zeroVariance: { refuses: () => kernelDensity({ bandwidth: scottBandwidth }).fit([2, 2]) },
    },
  },
  linearRegression: {
    families: [
      line,
      linearRegression({
        design: anywhere,
        intercept: false,
        noiseVariance: 1,
      }),
    ],
    data: plane,
    bad: {
      empty: { refuses: () => line.fit([]) },
      nan: {
        refuses: () =>
          line.fit([
            [1, 0],
            [Number.NaN, 1],
          ]),
      },
      negativeCount: { refuses: () => line.fit(plane).sample(-1, seeded(1)) },
      mismatchedLength: { refuses: () => line.fit([[1, 0], [3]]) },
      zeroVariance: {
        refuses: () =>
          line.fit([
            [2, 1],
            [2, 3],
            [2, 4],
          ]),
      },
    },
  },
  logisticRegression: {
    families: [odds, logisticRegression({ ...oddsOptions, design: anywhere, labels: "argmax" })],
    data: labelled,
    bad: {
      empty: { refuses: () => odds.fit([]) },
      nan: {
        refuses: () =>
          odds.fit([
            [1, 0],
            [Number.NaN, 1],
          ]),
      },
      negativeCount: { refuses: () => odds.fit(labelled).sample(-1, seeded(1)) },
      mismatchedLength: { refuses: () => odds.fit([[1, 0], [3]]) },
      zeroVariance: {
        refuses: () =>
          logisticRegression({ ...oddsOptions, penalty: 0 }).fit([
            [2, 0],
            [2, 1],
          ]),
      },
    },
  },
  multivariateGaussian: {
    families: [multivariateGaussian({ ddof: 0 }), inSpace],
    data: plane,
    bad: {
      empty: { refuses: () => inSpace.fit([]) },
      nan: { refuses: () => inSpace.fit([[1], [Number.NaN]]) },
      negativeCount: { refuses: () => inSpace.fit(plane).sample(-1, seeded(1)) },
      mismatchedLength: { refuses: () => inSpace.fit([[1, 2], [3]]) },
      zeroVariance: { gives: () => inSpace.fit([[2], [2]]).parameters.covariance[0]![0]! },
    },
  },
  multivariateKernelDensity: {
    families: [blurInSpace, multivariateKernelDensity({ bandwidth: scottBandwidth })],
    data: plane,
    bad: {
      empty: { refuses: () => blurInSpace.fit([]) },
      nan: {
        refuses: () =>
          blurInSpace.fit([
            [1, 0],
            [Number.NaN, 1],
          ]),
      },
      negativeCount: { refuses: () => blurInSpace.fit(plane).sample(-1, seeded(1)) },
      mismatchedLength: { refuses: () => blurInSpace.fit([[1, 0], [3]]) },
      zeroVariance: {
        refuses: () => multivariateKernelDensity({ bandwidth: scottBandwidth }).fit([[2], [2]]),
      },
    },
  },
  ngram: {
    families: [
      bigrams,
      ...[unsmoothed(), addAlpha({ alpha: 0.5 }), wittenBell()].map((smoothing) =>
        ngram({ order: 3, vocabularySize: 5, smoothing }),
      ),
      ngram({ order: 2, vocabularySize: 5, smoothing: wittenBell(), decode: temperature(0.7) }),
    ],
    data: [0, 3, 3, 1, 0, 2, 3, 0, 1, 1, 0, 3],
    bad: {
      empty: { refuses: () => bigrams.fit([]) },
      nan: { refuses: () => bigrams.fit([1, Number.NaN]) },
      negativeCount: { refuses: () => bigrams.fit([1, 2]).sample(-1, seeded(1)) },
      mismatchedLength: { cannot: "a text of token ids has one length" },
      zeroVariance: { gives: () => bigrams.fit([2, 2, 2]).logProb(2, [2]) },
    },
  },
  ridgeRegression: {
    families: [ridge, ridgeRegression({ ...lineOptions, penalty: 1, intercept: false })],
    data: plane,
    bad: {
      empty: { refuses: () => ridge.fit([]) },
      nan: {
        refuses: () =>
          ridge.fit([
            [1, 0],
            [Number.NaN, 1],
          ]),
      },
      negativeCount: { refuses: () => ridge.fit(plane).sample(-1, seeded(1)) },
      mismatchedLength: { refuses: () => ridge.fit([[1, 0], [3]]) },
      zeroVariance: {
        gives: () =>
          ridge.fit([
            [2, 1],
            [2, 3],
            [2, 4],
          ]).parameters.weights[0]!,
      },
    },
  },
  unigram: {
    families: [unigram({ vocabularySize: 5 })],
    data: [0, 3, 3, 1],
    bad: {
      empty: { refuses: () => words.fit([]) },
      nan: { refuses: () => words.fit([1, Number.NaN]) },
      negativeCount: { refuses: () => words.fit([1, 2]).sample(-1, seeded(1)) },
      mismatchedLength: { cannot: "a text of token ids has one length" },
      zeroVariance: { gives: () => words.fit([2, 2, 2]).logProb(2) },
    },
  },
};
