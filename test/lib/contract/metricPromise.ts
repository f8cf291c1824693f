import assert from "node:assert/strict";
import { test } from "node:test";
import { type BadInput, testBadInput } from "./badInput.ts";
import { near } from "./near.ts";

/** A kind of data that metrics take, with two examples of it, and what may be done to them. */
export interface Kind<Data> {
  readonly a: Data;
  readonly b: Data;
  /** The same two with everything that has no order in another order; null if all has. */
  readonly reordered: readonly [Data, Data] | null;
  /** The same two with numbers as often as large; null if they have no unit. */
  readonly scaled: ((factor: number) => readonly [Data, Data]) | null;
}

/** What a metric promises of data of its kind. */
export interface MetricPromise<Data> {
  /** The metric as one number (`b` is used by metrics that compare two). */
  of: (a: Data, b: Data) => number;
  /** f(a, b) = f(b, a); null for a metric of one thing. */
  symmetric: boolean | null;
  /** What f(a, a) is, whatever a; null for a metric of one thing, or where it depends on a. */
  onItself: number | null;
  /** The order of the data does not matter; null where all has an order. */
  orderFree: boolean | null;
  /** Multiplying the data by k multiplies the value by k to this power; null where it makes no sense. */
  scalePower: 0 | 0.5 | 1 | 2 | null;
  bad: BadInput;
}

/** Promises of a metric of one thing. */
export const ofOne = { symmetric: null, onItself: null } as const;
/** Promises of a distance. */
export const ofPair = { symmetric: true, onItself: 0 } as const;

/** The tests of a metric, once it has a name. */
export type MetricTests = (name: string) => void;

/** The tests of what a metric promises on data of its kind. */
export function on<Data>(kind: Kind<Data>, promise: MetricPromise<Data>): MetricTests {
  const { a, b, reordered, scaled } = kind;
  const { of, symmetric, onItself, orderFree, scalePower, bad } = promise;
  return (name) => {
    test(`${name}() is finite on frozen data and the same when asked again`, () => {
      assert.ok(Number.isFinite(of(a, b)));
      assert.equal(of(a, b), of(a, b));
    });
    if (symmetric !== null) {
      test(`${name}() is ${symmetric ? "" : "not "}symmetric`, () => {
        if (symmetric) near(of(b, a), of(a, b));
        else assert.ok(Math.abs(of(b, a) - of(a, b)) > 1e-6);
      });
    }
    if (onItself !== null) {
      test(`${name}() is ${onItself} of data and itself, and not of different data`, () => {
        near(of(a, a), onItself);
        near(of(b, b), onItself);
        assert.ok(Math.abs(of(a, b) - onItself) > 1e-6);
      });
    }
    if (orderFree !== null && reordered) {
      test(`${name}() ${orderFree ? "ignores" : "minds"} the order of the data`, () => {
        if (orderFree) near(of(...reordered), of(a, b));
        else assert.ok(Math.abs(of(...reordered) - of(a, b)) > 1e-6);
      });
    }
    if (scalePower !== null && scaled) {
      test(`${name}() goes with the ${scalePower}th power of the unit`, () => {
        near(of(...scaled(3)), 3 ** scalePower * of(a, b));
      });
    }
    testBadInput(name, bad);
  };
}
