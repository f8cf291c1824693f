import assert from "node:assert/strict";
import { test } from "node:test";
import { ClaimError, claim, type Expected, type Observed } from "../../../lib/index.ts";

const display = Symbol.for("Jupyter.display");
const shown = (value: unknown) => (value as Record<symbol, () => Record<string, string>>)[display]!();

const drift: Observed = { value: 0.52, standardError: 0.01, runs: 2000 };
const law: Expected = { law: 0.5, tolerance: 0.04, seed: 7 };

test("claim() shows a claim that holds as text, HTML and data", () => {
  const held = claim("the drift is t/M <now>", drift, law);
  assert.ok(Object.isFrozen(held));
  const bundle = shown(held);
  assert.equal(
    bundle["text/plain"],
    "✓ the drift is t/M <now>\n  observed 0.52 · law 0.5 ± 0.04 · 2 standard errors away · 2000 runs · seed 7",
  );
  assert.match(bundle["text/html"]!, /class="claim claim-law".*the drift is t\/M &lt;now&gt;/);
  assert.deepEqual(JSON.parse(JSON.stringify(bundle["application/vnd.genloss.claim+json"])), {
    sentence: "the drift is t/M <now>",
    observed: 0.52,
    expected: 0.5,
    kind: "law",
    cite: null,
    tolerance: 0.04,
    standardError: 0.01,
    standardErrors: held.standardErrors,
    runs: 2000,
    seed: 7,
    passed: true,
  });
});

test("claim() has nulls for what was not given", () => {
  const facts = claim("four", 4, { law: 4, tolerance: 0, exact: true });
  assert.deepEqual(
    [facts.standardError, facts.standardErrors, facts.runs, facts.seed],
    [null, null, null, null],
  );
});

test("claim() that does not hold says everything there is to know", () => {
  assert.throws(
    () => claim("the drift is t/M", { ...drift, value: 0.55 }, law),
    (error) => {
      assert.ok(error instanceof ClaimError);
      assert.equal(
        error.message,
        [
          "Claim does not hold: the drift is t/M",
          "  observed  0.55 (standard error 0.01)",
          "  expected  = 0.5 (law)",
          "  distance  0.05, 5 standard errors",
          "  tolerance 0.04",
          "  seed      7, runs 2000",
        ].join("\n"),
      );
      return true;
    },
  );
});

test("claim() compares with a paper and says where the number stands", () => {
  const held = claim("as printed", 1.75, {
    paper: { value: 1.74, cite: "Gerstgrasser 2024, table 2" },
    tolerance: 0.02,
    exact: true,
  });
  assert.equal(held.kind, "paper");
  assert.match(shown(held)["text/plain"]!, /paper 1.74 ± 0.02 · exact · Gerstgrasser 2024, table 2$/);
  assert.throws(
    () => claim("as printed", 1, { paper: { value: 1.74, cite: "table 2" }, tolerance: 0.02, exact: true }),
    /expected {2}= 1.74 \(table 2\)/,
  );
});

for (const { value, expected, holds } of [
  { value: 5, expected: { atLeast: 5, exact: true }, holds: true },
  { value: 4.9, expected: { atLeast: 5, exact: true }, holds: false },
  { value: 5, expected: { atMost: 5, exact: true }, holds: true },
  { value: 5.1, expected: { atMost: 5, exact: true }, holds: false },
]) {
  test(`claim() of ${value} ${JSON.stringify(expected)} ${holds ? "holds" : "fails"}`, () => {
    const attempt = () => claim("a bound", value, expected as Expected);
    if (holds) assert.equal(attempt().passed, true);
    else assert.throws(attempt, ClaimError);
  });
}

test("claim() wants 4 standard errors between an estimate and its bound", () => {
  const bound = (value: number, expected: Expected) => () =>
    claim("bound", { value, standardError: 0.125 }, expected);
  assert.equal(bound(1, { atLeast: 0.5 })().passed, true);
  assert.throws(bound(0.99, { atLeast: 0.5 }), ClaimError);
  assert.equal(bound(0, { atMost: 0.5 })().passed, true);
  assert.throws(bound(0.01, { atMost: 0.5 }), ClaimError);
});

const refusals: [unknown, unknown, RegExp][] = [
  [
    drift,
    { law: 0.5, tolerance: 0.0399 },
    /^RangeError: .*tolerance must be at least 4 standard errors \(0.04\), got 0.0399/,
  ],
  [
    0.5,
    { law: 0.5, tolerance: 0.1 },
    /^TypeError: .*observed must have a standardError unless exact is true, got none/,
  ],
  [drift, { law: 0.5, tolerance: 0.1, exact: true }, /exact must be left out with a standardError, got both/],
  [drift, { law: 0.5 }, /tolerance must be finite and not negative, got undefined/],
  [drift, { tolerance: 1 }, /expected must hold one of law, paper, atLeast, atMost, got none/],
  [drift, { law: 1, atMost: 3, tolerance: 1 }, /expected must hold one of .*, got law and atMost/],
  [drift, { law: Number.NaN, tolerance: 1 }, /law must be finite, got NaN/],
  [drift, { paper: { value: 1 }, tolerance: 1 }, /paper.cite must say where, got undefined/],
  [{ value: Number.NaN, standardError: 1 }, { law: 1, tolerance: 9 }, /observed must be finite, got NaN/],
  [
    { value: 1, standardError: Number.NaN },
    { law: 1, tolerance: 9 },
    /standardError must be finite and not negative, got NaN/,
  ],
  [
    { value: 1, standardError: 1, runs: 0 },
    { law: 1, tolerance: 9 },
    /runs must be an integer of at least 1, got 0/,
  ],
];
for (const [observed, expected, message] of refusals) {
  test(`claim() refuses: ${message.source}`, () => {
    assert.throws(
      () => claim("c", observed as Observed, expected as Expected),
      (error) => message.test(String(error)),
    );
  });
}
test("claim() refuses an empty sentence", () => {
  assert.throws(
    () => claim(" ", 1, { law: 1, tolerance: 0, exact: true }),
    /sentence must be a text, got " "/,
  );
});

test("a claim whose runs all agree says so, and not that its number is exact", () => {
  const observed = { value: 3, standardError: 0, runs: 5 };
  const held = claim("all runs give three", observed, { law: 3, tolerance: 0 });
  assert.match(shown(held)["text/plain"]!, /law 3 ± 0 · no spread between runs · 5 runs$/);
  assert.equal((held as unknown as { standardErrors: null }).standardErrors, null);
});
