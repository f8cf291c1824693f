// Its known values stand with those of linear regression; here are its loops, on a design whose columns are orthogonal.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  adaptiveRidgeError,
  adaptiveShrinkage,
  constantRidgeError,
  linearRegression,
  loop,
  manyLoops,
  mean,
  replace,
  ridgeRegression,
  seeded,
  standardError,
} from "../../../lib/index.ts";

// Eight rows of ±1 with XᵀX = 8 I: ridge shrinks each weight by the same factor, s = 1 / (1 + penalty / 8).
const signs = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [1, i & 1 ? -1 : 1, i & 2 ? -1 : 1, i & 4 ? -1 : 1]);
const truth = { weights: [0.5, -0.5, 0.5, 0.5], intercept: 0, noiseVariance: 0.32 };
const [signal, fitError] = [1, (0.32 * 4) / 8]; // r² and τ = σ²d/T = 0.16
const options = { design: signs, intercept: false, noiseVariance: 0.32 } as const;
const errorOf = (weights: ArrayLike<number>) =>
  truth.weights.reduce((sum, w, j) => sum + (weights[j]! - w) ** 2, 0);

function assertLaw(values: ArrayLike<number>, law: number): void {
  const room = 4 * standardError(values);
  assert.ok(Math.abs(mean(values) - law) <= room, `${mean(values)} ± ${room}, not ${law}`);
}

test("the same ridge in every generation: error (1 − sⁿ)² r² + τ s² (1 − s²ⁿ)/(1 − s²) (3000 loops)", () => {
  const family = ridgeRegression({ ...options, penalty: 1 });
  const { error } = manyLoops({
    family,
    start: family.known(truth),
    regime: replace(),
    generations: 8,
    size: 8,
    runs: 3000,
    rng: seeded(100),
    read: { error: ({ model }) => errorOf(model.parameters.weights) },
  });
  for (const n of [1, 3, 8])
    assertLaw(error[n]!, constantRidgeError(n, { signal, fitError, shrinkage: 1 / (1 + 1 / 8) }));
});

test("a ridge at the end that grows with the generation is best: error r²nτ/(r² + nτ), .1379 and .4444 (3000 loops)", () => {
  const plain = linearRegression(options);
  for (const n of [1, 5]) {
    const shrinkage = adaptiveShrinkage(n, { signal, fitError });
    const last = ridgeRegression({ ...options, penalty: 8 * (1 / shrinkage - 1) });
    const errors = Float64Array.from({ length: 3000 }, (_, run) => {
      const start = plain.known(truth);
      const rng = seeded(101).split(run);
      const turns = loop({ family: plain, start, regime: replace(), generations: n, size: 8, rng });
      return errorOf(last.fit([...turns].at(-1)!.data!).parameters.weights);
    });
    const law = adaptiveRidgeError(n, { signal, fitError });
    assert.equal(law.toFixed(4), n === 1 ? "0.1379" : "0.4444");
    assertLaw(errors, law);
  }
});
