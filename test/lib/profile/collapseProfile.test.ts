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

for (const [what, risk, verdict, moves] of [
  [
    "three steps",
    [1, 2, 2.35, 2.5],
    "no",
    "rose by 1 in the first half (steps: 1) and by 0.5 in the second (steps: 2)",
  ],
  ["four steps", [1, 2, 2.35, 2.5, 2.6], "no", "rose by 1.35 in the first half and by 0.25 in the second"],
  [
    "two steps, half as steep: the limit",
    [1, 2, 2.5],
    "yes",
    "rose by 1 in the first half and by 0.5 in the second",
  ],
  [
    "three steps, half as steep: the limit",
    [1, 2, 2.5, 3],
    "yes",
    "rose by 1 in the first half (steps: 1) and by 1 in the second (steps: 2)",
  ],
  [
    "five steps, just less steep",
    [0, 1, 2, 2.5, 3, 3.499],
    "no",
    "rose by 2 in the first half (steps: 2) and by 1.499 in the second (steps: 3)",
  ],
  ["two steps, the second flat", [1, 2, 2], "no", "rose by 1 in the first half and by 0 in the second"],
  [
    "two steps, falling and then rising",
    [1, 0.5, 2],
    "yes",
    "fell by 0.5 in the first half and rose by 1.5 in the second",
  ],
  [
    "four steps, rising and then falling",
    [1, 1.5, 2, 2, 1.75],
    "no",
    "rose by 1 in the first half and fell by 0.25 in the second",
  ],
  [
    "two steps, both falling",
    [2, 1.5, 1.25],
    "no",
    "fell by 0.5 in the first half and by 0.25 in the second",
  ],
] as const) {
  test(`a risk that diverges still rises per step as in the first half: ${what}`, () => {
    const { divergingRisk } = collapseProfile({ risk, uselessRisk: 10 });
    assert.equal(divergingRisk.verdict, verdict);
    assert.equal(divergingRisk.note, `risk ${moves}`);
    assert.equal(divergingRisk.value, risk.at(-1)! - risk[Math.floor((risk.length - 1) / 2)]!);
  });
}

test("two generations have no halves", () => {
  const { divergingRisk, risingRisk } = collapseProfile({ risk: [1, 2] });
  assert.equal(divergingRisk.verdict, "not measured");
  assert.equal(risingRisk.verdict, "yes");
});

// Values are sums of halves and quarters, so that a tie is one in binary, too.
const atTheLimit: [(typeof names)[number], CollapseTrace, object, "yes" | "no", number][] = [
  ["catastrophicRisk", { risk: [1, 2], uselessRisk: 2 }, {}, "yes", 2],
  ["catastrophicRisk", { risk: [1, 2], uselessRisk: 2.25 }, {}, "no", 2],
  ["risingRisk", { risk: [1, 1.5], uselessRisk: 2 }, { riskRise: 0.25 }, "no", 0.5],
  ["risingRisk", { risk: [1, 1.75], uselessRisk: 2 }, { riskRise: 0.25 }, "yes", 0.75],
  ["risingRisk", { risk: [-2, -1.5] }, { riskRise: 0.25 }, "no", 0.5],
  ["risingRisk", { risk: [-2, -1.25] }, { riskRise: 0.25 }, "yes", 0.75],
  ["changedScaling", { scalingExponent: [-0.5, -0.25] }, { exponentChange: 0.25 }, "no", 0.25],
  ["changedScaling", { scalingExponent: [-0.25, -0.75] }, { exponentChange: 0.25 }, "yes", -0.5],
  ["collapsingVariance", { variance: [2, 9, 1] }, {}, "no", 0.5],
  ["collapsingVariance", { variance: [2, 9, 0.5] }, {}, "yes", 0.25],
  ["entangledModes", { modes: [3, 1, 3] }, {}, "no", 3],
  ["entangledModes", { modes: [3, 3, 2] }, {}, "yes", 2],
  ["lostTail", { tailMass: [0.5, 0.25] }, { tailLost: 0.5 }, "no", 0.5],
  ["lostTail", { tailMass: [0.5, 0.125] }, { tailLost: 0.5 }, "yes", 0.75],
  ["lostTail", { tailMass: [0, 0] }, {}, "no", 0],
  ["lostTail", { tailMass: [4, 4], typesAlive: [4, 1] }, {}, "no", 0],
  ["hallucination", { hallucinatedMass: [0.25, 0.5] }, { hallucinated: 0.25 }, "no", 0.5],
  ["hallucination", { hallucinatedMass: [0.25, 0.75] }, { hallucinated: 0.25 }, "yes", 0.75],
];
for (const [name, trace, thresholds, verdict, value] of atTheLimit) {
  test(`${name} at its limit: ${JSON.stringify(trace)} is a "${verdict}"`, () => {
    const found = collapseProfile(trace, thresholds)[name];
    assert.deepEqual([found.verdict, found.value], [verdict, value]);
  });
}

test("collapseProfile() refuses names that it does not know, and numbers that are none", () => {
  const refuses = (trace: object, thresholds: object | undefined, message: RegExp) =>
    assert.throws(() => collapseProfile(trace as CollapseTrace, thresholds), message);
  refuses(
    { risks: [1, 2] },
    {},
    /^TypeError: Cannot profile collapse: trace must hold .* got risks \(did you mean risk\?\)$/,
  );
  refuses({}, { tailsLost: 1 }, /thresholds must hold .* got tailsLost \(did you mean tailLost\?\)$/);
  refuses(
    { cannotHappen: { lostTails: "why" } },
    {},
    /cannotHappen must hold .* \(did you mean lostTail\?\)$/,
  );
  refuses(
    { risk: [1, 2], uselessRisk: Number.NaN },
    {},
    /^RangeError: .*uselessRisk must be finite, got NaN$/,
  );
  refuses({}, { riskRise: Number.NaN }, /^RangeError: .*riskRise must be finite, got NaN$/);
  assert.throws(
    () => collapseProfile(undefined as never),
    /^TypeError: .*trace must be an object, got undefined$/,
  );
});

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

// What grew is not said to be gone by less than nothing.
for (const [trace, name, note] of [
  [{ tailMass: [0.2, 0.21676] }, "lostTail", "the tail's probability has grown by 8.38 %"],
  [{ tailMass: [0.2, 0.05] }, "lostTail", "75 % of the tail's probability is gone"],
  [{ tailMass: [0.2, 0.2] }, "lostTail", "0 % of the tail's probability is gone"],
  [{ tailMass: [0, 0.3] }, "lostTail", "the tail's probability has grown from 0 to 0.3"],
  [{ typesAlive: [100, 130] }, "lostTail", "the number of types has grown by 30 %"],
  [{ modes: [3, 5] }, "entangledModes", "5 modes are apart, more than the 3 at first"],
  [{ modes: [3, 2] }, "entangledModes", "2 of 3 modes are still apart"],
  [{ risk: [2, 1, 0] }, "divergingRisk", "risk fell by 1 in the first half and by 1 in the second"],
  [{ risk: [-0.5, 12_345.6] }, "risingRisk", "risk went from −0.5 to 12\u00a0350"],
] as const)
  test(`words suit the sign: ${note}`, () => assert.equal(collapseProfile(trace)[name].note, note));

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
  assert.match(bundle["text/html"]!, /<td[^>]*>yes<\/td><td[^>]*>10 % of the first variance is left<\/td>/);
  assert.match(bundle["text/html"]!, /<td colspan="2"[^>]*>modes were not measured<\/td>/);
  const cells = bundle["text/html"]!.match(/<t[dh]\b[^>]*>/g)!;
  for (const cell of cells) assert.match(cell, /style="text-align:left"/);
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
