// A claim or check whose number is exactly as far off as allowed holds; one step further it does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, claim } from "../../../lib/index.ts";

const estimate = { value: 1.5, standardError: 0.125, runs: 9 };
for (const [what, holds, state] of [
  ["a law at its tolerance", true, () => claim("c", estimate, { law: 1, tolerance: 0.5 })],
  ["a law from the other side", true, () => claim("c", estimate, { law: 2, tolerance: 0.5 })],
  ["a law beyond its tolerance", false, () => claim("c", estimate, { law: 0.75, tolerance: 0.5 })],
  ["an exact law, met", true, () => claim("c", 1, { law: 1, tolerance: 0, exact: true })],
  ["an exact law, missed", false, () => claim("c", 1 + 2 ** -52, { law: 1, tolerance: 0, exact: true })],
  [
    "a paper's number at its tolerance",
    true,
    () => claim("c", estimate, { paper: { value: 2, cite: "p" }, tolerance: 0.5 }),
  ],
  ["4 standard errors above a bound", true, () => claim("c", estimate, { atLeast: 1 })],
  ["fewer above a bound", false, () => claim("c", estimate, { atLeast: 1.0001 })],
  ["4 standard errors below a bound", true, () => claim("c", estimate, { atMost: 2 })],
  ["fewer below a bound", false, () => claim("c", estimate, { atMost: 1.9999 })],
  ["an exact bound, met", true, () => claim("c", 1, { atLeast: 1, exact: true })],
  ["an exact upper bound, met", true, () => claim("c", 1, { atMost: 1, exact: true })],
  ["a check at its tolerance", true, () => check("c", 1.5, 1, { tolerance: 0.5 })],
  ["a check beyond it", false, () => check("c", 1.5, 1, { tolerance: 0.4999 })],
  ["a check of the last of a list", false, () => check("c", [1, 2, 3], [1, 2, 4], { tolerance: 0.5 })],
] as const) {
  test(`${what} ${holds ? "holds" : "fails"}`, () => {
    if (holds) state();
    else assert.throws(state, { name: /ClaimError|CheckError/ });
  });
}

test("a tolerance of exactly 4 standard errors is taken, a little less is refused", () => {
  assert.equal(claim("c", estimate, { law: 1.5, tolerance: 0.5 }).standardErrors, 0);
  assert.equal(claim("c", estimate, { law: 1.25, tolerance: 0.5 }).standardErrors, 2);
  assert.throws(
    () => claim("c", estimate, { law: 1.5, tolerance: 0.4999 }),
    /at least 4 standard errors \(0\.5\), got 0\.4999/,
  );
});
