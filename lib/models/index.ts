import { gaussian } from "./gaussian.ts";
import { gaussianMixture } from "./gaussianMixture.ts";
import { generativeClassifier } from "./generativeClassifier.ts";
import { kernelDensity } from "./kernelDensity.ts";
import { linearRegression } from "./linearRegression.ts";
import { logisticRegression } from "./logisticRegression.ts";
import { multivariateGaussian } from "./multivariateGaussian.ts";
import { multivariateKernelDensity } from "./multivariateKernelDensity.ts";
import { ngram } from "./ngram.ts";
import { ridgeRegression } from "./ridgeRegression.ts";
import { unigram } from "./unigram.ts";

/** Every model family of the library. The contract tests run over this list: an entry without its promises fails. */
export const models: {
  readonly gaussian: typeof gaussian;
  readonly gaussianMixture: typeof gaussianMixture;
  readonly generativeClassifier: typeof generativeClassifier;
  readonly kernelDensity: typeof kernelDensity;
  readonly linearRegression: typeof linearRegression;
  readonly logisticRegression: typeof logisticRegression;
  readonly multivariateGaussian: typeof multivariateGaussian;
  readonly multivariateKernelDensity: typeof multivariateKernelDensity;
  readonly ngram: typeof ngram;
  readonly ridgeRegression: typeof ridgeRegression;
  readonly unigram: typeof unigram;
} = {
  gaussian,
  gaussianMixture,
  generativeClassifier,
  kernelDensity,
  linearRegression,
  logisticRegression,
  multivariateGaussian,
  multivariateKernelDensity,
  ngram,
  ridgeRegression,
  unigram,
};
