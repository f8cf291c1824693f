import assert from "node:assert/strict";
import { test } from "node:test";
import { fillNormal, seeded } from "generation-loss";
import { plainTridiagonal } from "../../../lib/numerics/parts/plainTridiagonal.ts";
import { tridiagonalInLanes } from "../../../lib/numerics/parts/tridiagonalInLanes.ts";
import { symmetricEigenvalues } from "../../../lib/numerics/symmetricEigenvalues.ts";

/** Entries of the lower triangle, given a normal draw for each. */
const kinds: Record<string, (x: number, i: number, j: number) => number> = {
  normal: (x) => x,
  integers: (x) => Math.round(x),
  diagonal: (x, i, j) => (i === j ? x : 0),
  "negative zeros": () => -0,
  blocks: (x, i, j) => (i >> 2 === j >> 2 ? x : 0),
  "tridiagonal already": (x, i, j) => (i - j < 2 ? Math.round(x) : -0),
  "all equal": () => 1,
  "near the largest number": (x) => x * 1e307,
  "below the least normal number": (x) => x * 1e-310,
};

for (const [kind, entry] of Object.entries(kinds)) {
  test(`WebAssembly makes a symmetric matrix tridiagonal as plain loops do, to the bit: ${kind}`, () => {
    const rng = seeded(1).split(kind);
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 23, 24, 25, 50]) {
      const drawn = fillNormal(new Float64Array(n * n), 0, 1, rng);
      const matrix = drawn.map((x, at) => entry(x, Math.floor(at / n), at % n));
      const lanes = tridiagonalInLanes(matrix, n);
      const plain = plainTridiagonal(matrix.slice(), n);
      assert.deepStrictEqual(bitsOf(lanes!.diagonal), bitsOf(plain.diagonal), `${n}`);
      assert.deepStrictEqual(bitsOf(lanes!.beside), bitsOf(plain.beside), `${n}`);
    }
  });
}

test("a large matrix after a small one, and a small one after it, have their own eigenvalues", () => {
  const sizes = [30, 1500, 30, 5];
  for (const n of sizes) {
    const matrix = new Float64Array(n * n).fill(1); // eigenvalues n and, n − 1 times, 0
    const values = symmetricEigenvalues(matrix, n).sort();
    assert.ok(Math.abs(values.at(-1)! - n) < 1e-9 * n);
    assert.ok(values.subarray(0, n - 1).every((x) => Math.abs(x) < 1e-9 * n));
  }
});

const bitsOf = (values: Float64Array): BigUint64Array => new BigUint64Array(values.slice().buffer);
