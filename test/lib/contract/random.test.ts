// Promises that every distribution makes. A distribution of the registry without its entry here does not compile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Distribution, distributions, drawMany, seeded } from "../../../lib/index.ts";
import { type BadInput, testBadInput } from "./badInput.ts";

type Draw = number | ArrayLike<number> | ArrayLike<ArrayLike<number>>;

interface DistributionPromise {
  /** A distribution made from frozen arguments. */
  make: () => Distribution<Draw>;
  /** Draws of it lie in here, ends included. */
  range: readonly [number, number];
  /** Draws, or their parts, are whole numbers. */
  whole: boolean;
  bad: BadInput;
}

const d = distributions;
const rng = () => seeded(1);
const numbers = { cannot: "the arguments are numbers, not arrays" };
const oneArray = { cannot: "there is one array, and any length of it is good" };
const weights = Object.freeze([3, 0, 1, 2]);
const scale = Object.freeze([Object.freeze([2, 0.5]), Object.freeze([0.5, 1])]);
const minusOne = (draw: Distribution) => ({ refuses: () => drawMany(draw, -1, rng()) });
const first = (rows: ArrayLike<ArrayLike<number>>): number => rows[0]![0]!;

const promises = {
  binomial: {
    make: () => d.binomial({ trials: 50, p: 0.4 }),
    range: [0, 50],
    whole: true,
    bad: {
      empty: { gives: () => d.binomial({ trials: 0, p: 0.4 })(rng()) },
      nan: { refuses: () => d.binomial({ trials: 5, p: Number.NaN }) },
      negativeCount: { refuses: () => d.binomial({ trials: -1, p: 0.4 }) },
      mismatchedLength: numbers,
      zeroVariance: { gives: () => d.binomial({ trials: 5, p: 0 })(rng()) },
    },
  },
  categorical: {
    make: () => d.categorical(weights),
    range: [0, 3],
    whole: true,
    bad: {
      empty: { refuses: () => d.categorical([]) },
      nan: { refuses: () => d.categorical([1, Number.NaN]) },
      negativeCount: { refuses: () => d.categorical([1, -1]) },
      mismatchedLength: oneArray,
      zeroVariance: { gives: () => d.categorical([0, 1])(rng()) },
    },
  },
  chiSquared: {
    make: () => d.chiSquared({ degreesOfFreedom: 3 }),
    range: [0, Infinity],
    whole: false,
    bad: {
      empty: numbers,
      nan: { refuses: () => d.chiSquared({ degreesOfFreedom: Number.NaN }) },
      negativeCount: minusOne(d.chiSquared({ degreesOfFreedom: 3 })),
      mismatchedLength: numbers,
      zeroVariance: { refuses: () => d.chiSquared({ degreesOfFreedom: 0 }) },
    },
  },
  dirichlet: {
    make: () => d.dirichlet({ concentration: Object.freeze([0.5, 1, 4]) }),
    range: [0, 1],
    whole: false,
    bad: {
      empty: { refuses: () => d.dirichlet({ concentration: [] }) },
      nan: { refuses: () => d.dirichlet({ concentration: [1, Number.NaN] }) },
      negativeCount: { refuses: () => d.dirichlet({ concentration: [1, -1] }) },
      mismatchedLength: oneArray,
      zeroVariance: { gives: () => d.dirichlet({ concentration: [2] })(rng())[0]! },
    },
  },
  gamma: {
    make: () => d.gamma({ shape: 2, scale: 3 }),
    range: [0, Infinity],
    whole: false,
    bad: {
      empty: numbers,
      nan: { refuses: () => d.gamma({ shape: Number.NaN, scale: 1 }) },
      negativeCount: minusOne(d.gamma({ shape: 2, scale: 3 })),
      mismatchedLength: numbers,
      zeroVariance: { refuses: () => d.gamma({ shape: 2, scale: 0 }) },
    },
  },
  multinomial: {
    make: () => d.multinomial({ trials: 60, weights }),
    range: [0, 60],
    whole: true,
    bad: {
      empty: { refuses: () => d.multinomial({ trials: 5, weights: [] }) },
      nan: { refuses: () => d.multinomial({ trials: 5, weights: [Number.NaN] }) },
      negativeCount: { refuses: () => d.multinomial({ trials: -1, weights }) },
      mismatchedLength: oneArray,
      zeroVariance: { gives: () => d.multinomial({ trials: 5, weights: [0, 1] })(rng())[1]! },
    },
  },
  normal: {
    make: () => d.normal({ mean: 1, sd: 2 }),
    range: [-Infinity, Infinity],
    whole: false,
    bad: {
      empty: numbers,
      nan: { refuses: () => d.normal({ mean: Number.NaN, sd: 1 }) },
      negativeCount: minusOne(d.normal({ mean: 1, sd: 2 })),
      mismatchedLength: numbers,
      zeroVariance: { gives: () => d.normal({ mean: 1, sd: 0 })(rng()) },
    },
  },
  poisson: {
    make: () => d.poisson({ mean: 40 }),
    range: [0, Infinity],
    whole: true,
    bad: {
      empty: numbers,
      nan: { refuses: () => d.poisson({ mean: Number.NaN }) },
      negativeCount: { refuses: () => d.poisson({ mean: -1 }) },
      mismatchedLength: numbers,
      zeroVariance: { gives: () => d.poisson({ mean: 0 })(rng()) },
    },
  },
  uniform: {
    make: () => d.uniform({ from: -1, to: 3 }),
    range: [-1, 3],
    whole: false,
    bad: {
      empty: numbers,
      nan: { refuses: () => d.uniform({ from: Number.NaN, to: 1 }) },
      negativeCount: minusOne(d.uniform({ from: 0, to: 1 })),
      mismatchedLength: numbers,
      zeroVariance: { gives: () => d.uniform({ from: 2, to: 2 })(rng()) },
    },
  },
  wishart: {
    make: () => d.wishart({ degreesOfFreedom: 4, scale }),
    range: [-Infinity, Infinity],
    whole: false,
    bad: {
      empty: { refuses: () => d.wishart({ degreesOfFreedom: 4, scale: [] }) },
      nan: { refuses: () => d.wishart({ degreesOfFreedom: 4, scale: [[Number.NaN]] }) },
      negativeCount: { refuses: () => d.wishart({ degreesOfFreedom: -1, scale }) },
      mismatchedLength: { refuses: () => d.wishart({ degreesOfFreedom: 4, scale: [[1, 0]] }) },
      zeroVariance: { gives: () => first(d.wishart({ degreesOfFreedom: 4, scale: [[0]] })(rng())) },
    },
  },
  zipf: {
    make: () => d.zipf({ exponent: 1.1, types: 20 }),
    range: [0, 19],
    whole: true,
    bad: {
      empty: { refuses: () => d.zipf({ exponent: 1, types: 0 }) },
      nan: { refuses: () => d.zipf({ exponent: Number.NaN, types: 5 }) },
      negativeCount: { refuses: () => d.zipf({ exponent: 1, types: -1 }) },
      mismatchedLength: numbers,
      zeroVariance: { gives: () => d.zipf({ exponent: 1, types: 1 })(rng()) },
    },
  },
} satisfies Record<keyof typeof distributions, DistributionPromise>;

/** All numbers of a draw. */
function parts(draw: Draw): number[] {
  if (typeof draw === "number") return [draw];
  return Array.from(draw as ArrayLike<Draw>).flatMap(parts);
}

for (const [name, { make, range, whole, bad }] of Object.entries<DistributionPromise>(promises)) {
  const draws = (seed: number): Draw[] => {
    const [draw, stream] = [make(), seeded(seed)];
    return Array.from({ length: 200 }, () => draw(stream));
  };
  test(`${name}(): the same stream gives the same draws, another one others; arguments may be frozen`, () => {
    assert.deepEqual(draws(1), draws(1));
    assert.notDeepEqual(draws(1), draws(2));
  });
  test(`${name}(): draws are finite${whole ? ", whole" : ""} and in range, and no draw changes an earlier one`, () => {
    const [draw, stream] = [make(), seeded(3)];
    const one = draw(stream);
    const before = parts(one);
    for (let i = 0; i < 300; i += 1) {
      for (const x of parts(draw(stream))) {
        assert.ok(Number.isFinite(x) && x >= range[0] && x <= range[1], `${x}`);
        if (whole) assert.ok(Number.isInteger(x), `${x}`);
      }
    }
    assert.deepEqual(parts(one), before);
  });
  test(`${name}(): two distributions of one kind do not disturb each other`, () => {
    const [a, b] = [make(), make()];
    const [one, other] = [seeded(4), seeded(4)];
    for (let i = 0; i < 50; i += 1) assert.deepEqual(a(one), b(other));
  });
  testBadInput(name, bad);

  if (typeof make()(seeded(1)) !== "number") continue;
  test(`${name}(): filling an array gives what single draws give, and leaves the stream where they do`, () => {
    const draw = make() as Distribution;
    const [one, other] = [seeded(5), seeded(5)];
    const many = drawMany(draw, 3000, one);
    const single = Float64Array.from(many, () => draw(other));
    assert.deepEqual(many, single);
    assert.equal(one.bits(), other.bits());
  });
}
