import { metrics } from "../../../lib/index.ts";
import { type Kind, type MetricTests, ofOne, ofPair, on } from "./metricPromise.ts";

const { bleu, compressionRatio, distinctN, mattr, ngramJensenShannon, nonWordShare } = metrics;
const { perplexity, repetitionRate, selfBleu, typeTokenRatio } = metrics;

type Words = readonly string[];
const wordsOf = (text: string): Words => Object.freeze(text.split(" "));
const [a, b] = [wordsOf("the whale and the sea and the whale"), wordsOf("a whale and a man and the sea and")];
const sorted = (words: Words): Words => Object.freeze(words.toSorted());

/** Texts of words: a text in another order is another text. */
const texts: Kind<Words> = { a, b, reordered: [sorted(a), b], scaled: null };
/** Sets of texts: they have no order, though each text has. */
const textSets: Kind<readonly Words[]> = {
  a: Object.freeze([a, b, sorted(a)]),
  b: Object.freeze([b, sorted(b)]),
  reordered: [Object.freeze([b, sorted(a), a]), Object.freeze([sorted(b), b])],
  scaled: null,
};
/** Texts before they are cut into words. */
const strings: Kind<string> = {
  a: a.join(" "),
  b: b.join(" "),
  reordered: [sorted(a).join(" "), b.join(" ")],
  scaled: null,
};
/** Logarithms of probabilities, a number for each token. */
const logs: Kind<readonly number[]> = {
  a: Object.freeze([-1, -0.5, -3]),
  b: Object.freeze([-2, -2, -2]),
  reordered: [Object.freeze([-3, -1, -0.5]), Object.freeze([-2, -2, -2])],
  scaled: null,
};

const noCounts = "tokens are names, not counts";
const anyLength = "texts may have any lengths";
const oneText = "there is one text only";
const aWord = ["the", Number.NaN];
const same = ["the", "the", "the"];
const [two, upToTwo] = [{ n: 2, pooled: true }, { n: 2, smoothing: "add-one" } as const];
const [window, inBits] = [{ window: 3 }, { n: 2, base: 2, root: false }];
const inTen = { n: 1, window: 10 };
const lexicon = new Set(["the", "whale"]);

type Name =
  | "bleu"
  | "compressionRatio"
  | "distinctN"
  | "mattr"
  | "ngramJensenShannon"
  | "nonWordShare"
  | "perplexity"
  | "repetitionRate"
  | "selfBleu"
  | "typeTokenRatio";

/** Promises of metrics of text. */
export const textMetrics: Record<Name, MetricTests> = {
  bleu: on(texts, {
    of: (a, b) => bleu(a, [b], upToTwo),
    symmetric: false,
    onItself: 1,
    orderFree: false,
    scalePower: null,
    bad: {
      empty: { refuses: () => bleu([], [a], upToTwo) },
      nan: { refuses: () => bleu(aWord, [a], upToTwo) },
      negativeCount: { refuses: () => bleu(a, [b], { ...upToTwo, n: -1 }) },
      mismatchedLength: { cannot: anyLength },
      zeroVariance: { gives: () => bleu(same, [same], upToTwo) },
    },
  }),
  compressionRatio: on(strings, {
    of: (a) => compressionRatio(a),
    ...ofOne,
    orderFree: false,
    scalePower: null,
    bad: {
      empty: { refuses: () => compressionRatio("") },
      nan: { refuses: () => compressionRatio(Number.NaN as unknown as string) },
      negativeCount: { cannot: noCounts },
      mismatchedLength: { cannot: oneText },
      zeroVariance: { gives: () => compressionRatio("aaaa") },
    },
  }),
  distinctN: on(textSets, {
    of: (a) => distinctN(a, two),
    ...ofOne,
    orderFree: true,
    scalePower: null,
    bad: {
      empty: { refuses: () => distinctN([], two) },
      nan: { refuses: () => distinctN([aWord], two) },
      negativeCount: { refuses: () => distinctN([a], { ...two, n: -1 }) },
      mismatchedLength: { gives: () => distinctN([["the"], ["the", "whale"]], two) },
      zeroVariance: { gives: () => distinctN([same], two) },
    },
  }),
  mattr: on(texts, {
    of: (a) => mattr(a, window),
    ...ofOne,
    orderFree: false,
    scalePower: null,
    bad: {
      empty: { refuses: () => mattr([], window) },
      nan: { refuses: () => mattr(["a", "b", Number.NaN], window) },
      negativeCount: { refuses: () => mattr(a, { window: -1 }) },
      mismatchedLength: { cannot: oneText },
      zeroVariance: { gives: () => mattr(same, window) },
    },
  }),
  ngramJensenShannon: on(texts, {
    of: (a, b) => ngramJensenShannon(a, b, inBits),
    ...ofPair,
    orderFree: false,
    scalePower: null,
    bad: {
      empty: { refuses: () => ngramJensenShannon([], a, inBits) },
      nan: { refuses: () => ngramJensenShannon(aWord, a, inBits) },
      negativeCount: { refuses: () => ngramJensenShannon(a, b, { ...inBits, n: -2 }) },
      mismatchedLength: { gives: () => ngramJensenShannon(a, same, inBits) },
      zeroVariance: { gives: () => ngramJensenShannon(same, same, inBits) },
    },
  }),
  nonWordShare: on(texts, {
    of: (a) => nonWordShare(a, lexicon),
    ...ofOne,
    orderFree: true,
    scalePower: null,
    bad: {
      empty: { refuses: () => nonWordShare([], lexicon) },
      nan: { refuses: () => nonWordShare([Number.NaN as unknown as string], lexicon) },
      negativeCount: { cannot: noCounts },
      mismatchedLength: { cannot: oneText },
      zeroVariance: { gives: () => nonWordShare(same, lexicon) },
    },
  }),
  perplexity: on(logs, {
    of: (a) => perplexity(a),
    ...ofOne,
    orderFree: true,
    scalePower: null,
    bad: {
      empty: { refuses: () => perplexity([]) },
      nan: { refuses: () => perplexity([-1, Number.NaN]) },
      negativeCount: { cannot: "logarithms of probabilities are negative" },
      mismatchedLength: { cannot: oneText },
      zeroVariance: { gives: () => perplexity([-2, -2]) },
    },
  }),
  repetitionRate: on(texts, {
    of: (a) => repetitionRate(a, { n: 2, window: Infinity }),
    ...ofOne,
    orderFree: false,
    scalePower: null,
    bad: {
      empty: { refuses: () => repetitionRate([], inTen) },
      nan: { refuses: () => repetitionRate(aWord, inTen) },
      negativeCount: { refuses: () => repetitionRate(a, { ...inTen, window: -1 }) },
      mismatchedLength: { cannot: oneText },
      zeroVariance: { gives: () => repetitionRate(same, inTen) },
    },
  }),
  selfBleu: on(textSets, {
    of: (a) => selfBleu(a, upToTwo),
    ...ofOne,
    orderFree: true,
    scalePower: null,
    bad: {
      empty: { refuses: () => selfBleu([], upToTwo) },
      nan: { refuses: () => selfBleu([a, aWord], upToTwo) },
      negativeCount: { refuses: () => selfBleu([a, b], { ...upToTwo, n: -1 }) },
      mismatchedLength: { gives: () => selfBleu([a, ["the"]], upToTwo) },
      zeroVariance: { gives: () => selfBleu([same, same], upToTwo) },
    },
  }),
  typeTokenRatio: on(texts, {
    of: (a) => typeTokenRatio(a),
    ...ofOne,
    orderFree: true,
    scalePower: null,
    bad: {
      empty: { refuses: () => typeTokenRatio([]) },
      nan: { refuses: () => typeTokenRatio(aWord) },
      negativeCount: { cannot: noCounts },
      mismatchedLength: { cannot: oneText },
      zeroVariance: { gives: () => typeTokenRatio(same) },
    },
  }),
};
