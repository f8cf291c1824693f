// Promises that every metric makes. A metric of the registry without its entry here does not compile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { metrics } from "../../../lib/index.ts";
import { near } from "./near.ts";

type Numbers = readonly number[];
interface MetricPromise {
  /** The metric on one sample (`b` is used by metrics that compare two). */
  of: (a: Numbers, b: Numbers) => number;
  /** f(a, b) = f(b, a); null for a metric of one sample. */
  symmetric: boolean | null;
  /** f(a, a) = 0; null for a metric of one sample. */
  zeroOnItself: boolean | null;
  /** The order of the data does not matter. */
  orderFree: boolean;
  /** Multiplying the data by k multiplies the value by k to this power; null where it makes no sense. */
  scalePower: 0 | 1 | 2 | null;
}

const { chao1, entropy, gaussianWasserstein2, goodTuringUnseenMass, typesAlive, variance } = metrics;
const ofPair = { symmetric: true, zeroOnItself: true };
const ofOne = { symmetric: null, zeroOnItself: null };
const described = ([mean, sd]: Numbers) => ({ mean: mean!, sd: sd! });

const promises = {
  chao1: { of: (a) => chao1(a, { biasCorrected: true }), ...ofOne, orderFree: true, scalePower: null },
  entropy: { of: (a) => entropy(a, { base: 2 }), ...ofOne, orderFree: true, scalePower: 0 },
  gaussianWasserstein2: {
    of: (a, b) => gaussianWasserstein2(described(a), described(b)),
    ...ofPair,
    orderFree: false,
    scalePower: 2,
  },
  goodTuringUnseenMass: { of: (a) => goodTuringUnseenMass(a), ...ofOne, orderFree: true, scalePower: null },
  mean: { of: (a) => metrics.mean(a), ...ofOne, orderFree: true, scalePower: 1 },
  median: { of: (a) => metrics.median(a), ...ofOne, orderFree: true, scalePower: 1 },
  medianStandardError: {
    of: (a) => metrics.medianStandardError(a),
    ...ofOne,
    orderFree: true,
    scalePower: 1,
  },
  quantile: { of: (a) => metrics.quantile(a, 0.3), ...ofOne, orderFree: true, scalePower: 1 },
  standardError: { of: (a) => metrics.standardError(a), ...ofOne, orderFree: true, scalePower: 1 },
  typesAlive: { of: (a) => typesAlive(a), ...ofOne, orderFree: true, scalePower: 0 },
  variance: { of: (a) => variance(a, { ddof: 1 }), ...ofOne, orderFree: true, scalePower: 2 },
  wasserstein1: { of: (a, b) => metrics.wasserstein1(a, b), ...ofPair, orderFree: true, scalePower: 1 },
} satisfies Record<keyof typeof metrics, MetricPromise>;

const a = Object.freeze([1, 4, 2, 2, 7, 1, 3]);
const b = Object.freeze([2, 1, 9, 4, 4, 1, 1]);

for (const [name, promise] of Object.entries<MetricPromise>(promises)) {
  const { of, symmetric, zeroOnItself, orderFree, scalePower } = promise;
  test(`${name}() is finite on frozen data and the same when asked again`, () => {
    assert.ok(Number.isFinite(of(a, b)));
    assert.equal(of(a, b), of(a, b));
  });
  if (symmetric !== null) {
    test(`${name}() is ${symmetric ? "" : "not "}symmetric`, () =>
      assert.equal(of(a, b) === of(b, a), symmetric));
    test(`${name}() is above 0 on different data, ${zeroOnItself ? "and" : "but not"} 0 on itself`, () => {
      assert.ok(of(a, b) > 0);
      assert.equal(of(a, a) === 0, zeroOnItself);
    });
  }
  test(`${name}() ${orderFree ? "ignores" : "minds"} the order of the data`, () => {
    const turned = Object.freeze(a.toReversed());
    if (orderFree) near(of(turned, b), of(a, b));
    else assert.notEqual(of(turned, b), of(a, b));
  });
  if (scalePower !== null) {
    test(`${name}() goes with the ${scalePower}th power of the unit`, () => {
      const triple = (data: Numbers): Numbers => Object.freeze(data.map((x) => 3 * x));
      near(of(triple(a), triple(b)), 3 ** scalePower * of(a, b));
    });
  }
}
