import assert from "node:assert/strict";
import { test } from "node:test";
import { type CollapseTrace, collapseProfile } from "../../../lib/index.ts";

const names = [
  "catastrophicRisk",
  "risingRisk",
  "divergingRisk",
  "changedScaling",
  "collapsingVariance",
  "entangledModes",
  "lostTail",
  "hallucination",
] as const;

const verdicts = (trace: CollapseTrace): string =>
  names
    .map(
      (name) =>
        ({ yes: "y", no: "n", "not measured": "-", "cannot happen": "x" })[
          collapseProfile(trace)[name].verdict
        ],
    )
    .join("");

const t = Array.from({ length: 21 }, (_, i) => i);
const cases: [string, CollapseTrace, string][] = [
  ["nothing measured", {}, "--------"],
  [
    "a Gaussian replace loop",
    { variance: t.map((i) => 0.9 ** i), risk: t.map((i) => i / 10), uselessRisk: 1 },
    "yyy-y---",
  ],
  [
    "a Gaussian accumulate loop",
    { variance: t.map(() => 0.98), risk: t.map((i) => 0.02 - 0.02 / (i + 1)), uselessRisk: 1 },
    "nyn-n---",
  ],
  ["a unigram loop", { typesAlive: t.map((i) => 1000 / (i + 1)) }, "------y-"],
  [
    "a kernel-density blur",
    { variance: t.map((i) => 1 + i), hallucinatedMass: t.map((i) => i / 40) },
    "----n--y",
  ],
  ["a mixture that runs together", { modes: [25, 24, 10], tailMass: [0.1, 0.1, 0.099] }, "-----yn-"],
  [
    "a steady model",
    { risk: [1, 1.001, 1.002], scalingExponent: [-0.3, -0.3, -0.31], variance: [1, 1, 1] },
    "-nnnn---",
  ],
  ["a scaling law that bends", { scalingExponent: [-0.33, -0.1] }, "---y----"],
];
for (const [what, trace, expected] of cases) {
  test(`collapseProfile() of ${what}`, () => assert.equal(verdicts(trace), expected));
}

test("a blur is said to be one", () => {
  assert.equal(
    collapseProfile({ variance: [1, 4] }).collapsingVariance.note,
    "variance rose to 4 times its first value: a blur",
  );
});

test("what cannot happen is said to be so, unless it was measured", () => {
  const cannotHappen = { entangledModes: "one Gaussian has one mode" };
  assert.deepEqual(collapseProfile({ cannotHappen }).entangledModes, {
    verdict: "cannot happen",
    note: "one Gaussian has one mode",
  });
  assert.throws(
    () => collapseProfile({ modes: [2, 1], cannotHappen }),
    /^TypeError: Cannot profile collapse: cannotHappen must name nothing that was measured, got entangledModes$/,
  );
});

test("notes are sentences, with numbers that can be read", () => {
  const notes = collapseProfile({ typesAlive: [17080, 3507.1], variance: [1, 0.358104] });
  assert.equal(notes.lostTail.note, "79.5 % of the types are gone");
  assert.equal(notes.collapsingVariance.note, "35.8 % of the first variance is left");
  assert.equal(notes.entangledModes.note, "modes were not measured");
  assert.equal(notes.risingRisk.note, "the risk was not measured");
});

test("thresholds move the verdicts", () => {
  const trace = { variance: [1, 0.6] };
  assert.equal(collapseProfile(trace).collapsingVariance.verdict, "no");
  assert.equal(collapseProfile(trace, { varianceLeft: 0.7 }).collapsingVariance.verdict, "yes");
});

test("a profile shows itself as a line and as a table row per definition", () => {
  const profile = collapseProfile({ variance: [1, 0.1] });
  const bundle = (profile as unknown as Record<symbol, () => Record<string, string>>)[
    Symbol.for("Jupyter.display")
  ]!();
  assert.equal(bundle["text/plain"]!.split("\n").length, 9);
  assert.match(bundle["text/plain"]!, /Collapsing variance +yes +10 % of the first variance is left/);
  assert.equal(bundle["text/html"]!.match(/<tr class="verdict-/g)!.length, 8);
  assert.match(bundle["text/html"]!, /<td>yes<\/td><td>10 % of the first variance is left<\/td>/);
  assert.match(bundle["text/html"]!, /<td colspan="2">modes were not measured<\/td>/);
  assert.deepEqual(Object.keys(profile), [...names]);
});

test("collapseProfile() names the series it rejects", () => {
  assert.throws(() => collapseProfile({ risk: [1] }), /risk must hold at least 2 generations, got 1/);
  assert.throws(
    () => collapseProfile({ variance: [1, Number.NaN] }),
    /variance\[1\] must be finite, got NaN/,
  );
  assert.throws(() => collapseProfile({ variance: [0, 1] }), /variance\[0\] must not be 0, got 0/);
});
