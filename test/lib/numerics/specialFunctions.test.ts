// The special functions under the laws against mpmath. See test/reference/specialFunctions.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { digammaMinusLog, logHalfStepRatio, tetragamma } from "../../../lib/numerics/gammaRatio.ts";
import { logGamma } from "../../../lib/numerics/logGamma.ts";
import { complementaryErrorFunction } from "../../../lib/numerics/normalTail.ts";
import { digamma, trigamma } from "../../../lib/numerics/polygamma.ts";
import { readReference } from "../reference.ts";

const functions = {
  complementaryErrorFunction,
  digamma,
  digammaMinusLog,
  logGamma,
  logHalfStepRatio,
  tetragamma,
  trigamma,
};
/** Relative error in units of the last bit of 1: 1e-15 is 4.5 of them. */
const allowed = 4.5;
const reference =
  readReference<Record<keyof typeof functions, { x: number; value: number }[]>>("specialFunctions");

for (const [name, compute] of Object.entries(functions)) {
  test(`${name}() agrees with mpmath to 1e-15`, () => {
    for (const { x, value } of reference[name as keyof typeof functions]) {
      // ψ crosses zero between 1 and 2, where it is a difference: there the error counts against 1.
      const size = name === "digamma" ? Math.max(1, Math.abs(value)) : Math.abs(value);
      const off = Math.abs(compute(x) - value) / size / Number.EPSILON;
      assert.ok(off <= allowed || compute(x) === value, `${name}(${x}) is off by ${off} last bits`);
    }
  });
}

test("special functions know their edges", () => {
  assert.equal(complementaryErrorFunction(Infinity), 0);
  assert.equal(complementaryErrorFunction(-Infinity), 2);
  assert.ok(Number.isNaN(complementaryErrorFunction(Number.NaN)));
  assert.equal(logGamma(1), 0);
  assert.equal(logGamma(2), 0);
});
