import assert from "node:assert/strict";
import { test } from "node:test";
import { renderClaim } from "../../../book/render/claim.ts";
import type { ClaimFacts } from "../../../book/render/claimFacts.ts";
import { renderCodeCell } from "../../../book/render/codeCell.ts";
import { code, shown } from "../tools/cells.ts";
import { contextOf } from "../tools/context.ts";

const law: ClaimFacts = {
  sentence: "The mean stays at $1$",
  observed: 1.002,
  expected: 1,
  kind: "law",
  cite: null,
  tolerance: 0.02,
  standardError: 0.004,
  standardErrors: 0.5,
  runs: 400,
  seed: 7,
  passed: true,
};

const textOf = (html: string): string =>
  html
    .replace(/<span class="katex">.*?<\/math><\/span>.*?<\/span><\/span><\/span>/gs, "1")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

test("renderClaim() says state, sentence, numbers, distance, runs and seed in words", () => {
  const context = contextOf();
  assert.match(
    textOf(renderClaim(law, context).html),
    /^✓ Verified The mean stays at 1.*observed 1\.002 theory 1 distance 0\.5 standard errors runs 400 seed 7 How this was judged The build fails if the observed value is further than 0\.02 \(5 standard errors\) from what theory gives\. The standard error of the observed value is 0\.004\.$/,
  );
  assert.deepEqual(context.claims, [{ seed: 7 }]);
});

test("renderClaim() leaves out what a claim does not know", () => {
  const bound: ClaimFacts = {
    sentence: "It is small",
    observed: 2,
    expected: 3,
    kind: "atMost",
    ...{ cite: null, tolerance: null, standardError: null, standardErrors: null, runs: null, seed: null },
    passed: true,
  };
  const text = textOf(renderClaim(bound, contextOf()).html);
  assert.match(
    text,
    /observed 2 at most 3 How this was judged The number is exact, and the build fails unless it lies at or below the bound\.$/,
  );
});

test("renderClaim() links the source of a published number, if the bibliography has it", () => {
  const context = contextOf();
  assert.match(
    renderClaim({ ...law, kind: "paper", cite: "abel2020" }, context).html,
    /Published in .*href="#ref-abel2020"/,
  );
  assert.match(renderClaim({ ...law, kind: "paper", cite: "a talk" }, context).html, /Published in a talk\./);
  assert.deepEqual(context.cited, ["abel2020"]);
});

for (const [about, value, says] of [
  ["did not pass", { ...law, passed: false }, /passed must be true, got false/],
  ["lacks a fact", { ...law, seed: undefined }, /seed must be a finite number, or null, got undefined/],
  ["has a text for a number", { ...law, observed: "1" }, /observed must be a finite number, got "1"/],
  ["is of no kind", { ...law, kind: "hope" }, /kind must be one of law, paper, atLeast, atMost, got "hope"/],
  ["has a fact too many", { ...law, colour: "red" }, /a claim has no colour/],
  ["is no object", null, /sentence must be a text/],
] as const) {
  test(`what says it is a claim and ${about} is a fault, and not shown`, () => {
    const context = contextOf();
    assert.deepEqual(renderClaim(value, context), { kind: "text", html: "" });
    assert.deepEqual(context.claims, []);
    assert.equal(context.faults.length, 1);
    assert.equal(context.faults[0]?.rule, "claim-fails");
    assert.match(context.faults[0]?.message ?? "", says);
  });
}

test("a claim cell shows its claim, with the code folded into it", async () => {
  const cell = code(
    "c",
    "claim()",
    [shown({ "application/vnd.genloss.claim+json": law, "text/plain": "✓" })],
    { role: "claim" },
  );
  // One fold: how it was judged, and the code that did.
  assert.ok(cell.cell_type === "code");
  const html = await renderCodeCell(cell, contextOf());
  assert.match(
    html,
    /^<div class="claim".*<summary>How this was judged<\/summary>\n<p>The build fails.*<\/p>\n<div class="cell" id="cell-c" data-claims="1">.*<\/div><\/details>\n<\/div>\n$/s,
  );
});

test("of several claims of a cell the last has the code, and the others lead to it", async () => {
  const claims = ["one", "two", "three"].map((sentence) =>
    shown({ "application/vnd.genloss.claim+json": { ...law, sentence }, "text/plain": "✓" }),
  );
  const context = contextOf();
  const cell = code("c", "claim(); claim(); claim()", claims, { role: "claim" });
  assert.ok(cell.cell_type === "code");
  const html = await renderCodeCell(cell, context);
  const parts = html.split('<div class="claim"').slice(1);
  assert.deepEqual(
    parts.map((part) => /claim-sentence">(\w+)/.exec(part)?.[1]),
    ["one", "two", "three"],
  );
  assert.deepEqual(
    parts.map((part) => part.includes('<a href="#cell-c">')),
    [true, true, false],
  );
  assert.deepEqual(
    parts.map((part) => part.includes('id="cell-c"')),
    [false, false, true],
  );
  assert.equal(context.claims.length, 3);
});
