/** What the library says of a claim is what the book reads: neither may import the other, so this holds both. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ClaimFacts, claimType, readClaim } from "../../../book/render/claimFacts.ts";
import type { ClaimFacts as LibraryFacts } from "../../../lib/claims/claim.ts";
import { claim } from "../../../lib/index.ts";

/** Whether two types are one, down to `readonly` and `null`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { [Key in keyof T]: T[Key] };

/** The type checker refuses this line when a fact is added, left out or given another type on one side. */
const isSame: Same<Flat<ClaimFacts>, Flat<LibraryFacts>> = true;

const drift = { value: 0.52, standardError: 0.01, runs: 2000 };
const stated = {
  "a law": claim("s", drift, { law: 0.5, tolerance: 0.04, seed: 7 }),
  "an exact law": claim("s", 4, { law: 4, tolerance: 0, exact: true }),
  "a law without spread": claim("s", { value: 1, standardError: 0 }, { law: 1, tolerance: 0 }),
  "a paper": claim("s", drift, { paper: { value: 0.5, cite: "table 2" }, tolerance: 0.04 }),
  "a lower bound": claim("s", drift, { atLeast: 0.4, seed: 1 }),
  "an exact upper bound": claim("s", 1, { atMost: 2, exact: true }),
};

for (const [about, held] of Object.entries(stated)) {
  test(`the book reads what the library says of ${about}`, () => {
    assert.ok(isSame);
    const shown = held as unknown as Record<symbol, () => Record<string, unknown>>;
    const bundle = shown[Symbol.for("Jupyter.display")]!();
    assert.ok(claimType in bundle, `the library shows a claim as ${Object.keys(bundle).join(", ")}`);
    // As it comes out of a notebook.
    const travelled = JSON.parse(JSON.stringify(bundle[claimType]));
    assert.deepEqual(readClaim(travelled), { facts: { ...held } });
  });
}
