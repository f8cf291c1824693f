import assert from "node:assert/strict";
import { test } from "node:test";
import { docComment, firstSentence } from "../../../book/api/docComment.ts";

test("docComment() takes a header apart", () => {
  const doc = docComment(`/**
 * A mean, Σx / n:
 *
 *   Σx / n
 *
 * @param values numbers, shape (n);
 *   not empty
 * @param options.base of the logarithm
 * @returns the mean
 * @throws {RangeError} if there are none
 * @throws when it rains
 * @see Abel (2020) — chapter 1
 * @example mean([1]) // => 1
 * @example
 * const x = [1];
 * mean(x) // => 1
 */`);
  assert.equal(doc.text, "A mean, Σx / n:\n\n  Σx / n");
  assert.deepEqual(doc.params, [
    { name: "values", text: "numbers, shape (n); not empty" },
    { name: "options.base", text: "of the logarithm" },
  ]);
  assert.equal(doc.returns, "the mean");
  assert.deepEqual(doc.throws, [
    { type: "RangeError", text: "if there are none" },
    { type: "", text: "when it rains" },
  ]);
  assert.deepEqual(doc.see, ["Abel (2020) — chapter 1"]);
  assert.deepEqual(doc.examples, ["mean([1]) // => 1", "const x = [1];\nmean(x) // => 1"]);
});

test("docComment() reads headers of one line, and none", () => {
  assert.equal(docComment("/** Half of it. */").text, "Half of it.");
  const none = docComment("");
  assert.deepEqual([none.text, none.params, none.examples], ["", [], []]);
});

test("firstSentence() ends where the sentence does", () => {
  const first = (text: string): string => firstSentence(docComment(`/** ${text} */`));
  assert.equal(first("Half of it. The rest is gone."), "Half of it.");
  assert.equal(
    first("As Abel et al. (2020) say, it is 0.5 of it. More."),
    "As Abel et al. (2020) say, it is 0.5 of it.",
  );
  assert.equal(first("A share:\n *\n *   x / 2"), "A share.");
  assert.equal(first("A share: of all,\n *\n *   x / 2\n *\n * and so on."), "A share: of all.");
  assert.equal(first("A share: the area under\n *\n *   x / 2"), "A share.");
  assert.equal(first("What n samples are worth, with\n *\n *   x / 2"), "What n samples are worth.");
  assert.equal(first("A share of the whole\n *\n *   x / 2"), "A share of the whole");
  assert.equal(first("Over\n * two lines. More."), "Over two lines.");
});

// What ends with a full stop and goes on: abbreviations, initials, numbers.
for (const [text, sentence] of [
  ["As J. S. Abel says. More.", "As J. S. Abel says."],
  ["A share, i.e. A over b. More.", "A share, i.e. A over b."],
  ["A share, e.g. A over b. More.", "A share, e.g. A over b."],
  ["This vs. That. More.", "This vs. That."],
  ["See cf. Abel. More.", "See cf. Abel."],
  ["It is 0.5. More.", "It is 0.5."],
  ["Is it? It is.", "Is it?"],
  ["It is! And more.", "It is!"],
  ["Takes a.b and c.d. more of it. Then.", "Takes a.b and c.d. more of it."],
  ["Without an end", "Without an end"],
  ["Of a vocabulary of V. Then more.", "Of a vocabulary of V. Then more."],
  ["A mean; then:", "A mean; then."],
] as const)
  test(`firstSentence() of ${JSON.stringify(text)}`, () =>
    assert.equal(firstSentence(docComment(`/** ${text} */`)), sentence));

for (const [comment, part, expected] of [
  ["/** @param x - a number */", "params", [{ name: "x", text: "a number" }]],
  ["/** @param x\n *   a number */", "params", [{ name: "x", text: "a number" }]],
  ["/** @param x -1 or 1 */", "params", [{ name: "x", text: "-1 or 1" }]],
  ["/** @param x */", "params", [{ name: "x", text: "" }]],
  ["/** @returns a\n *   b */", "returns", "a b"],
  ["/** @returns a\n * @returns b */", "returns", "a"],
  [
    "/** @throws {A} if a\n * @throws {B}\n *   if b */",
    "throws",
    [
      { type: "A", text: "if a" },
      { type: "B", text: "if b" },
    ],
  ],
  ["/** Of a@b.example and {@link c}. */", "text", "Of a@b.example and {@link c}."],
  ["/**\n * a\n *\n *   b\n *     c\n */", "text", "a\n\n  b\n    c"],
  ["/** @example\n * a\n *\n *   b\n */", "examples", ["a\n\n  b"]],
] as const)
  test(`docComment() reads ${part} of ${JSON.stringify(comment)}`, () =>
    assert.deepEqual(docComment(comment)[part], expected));
