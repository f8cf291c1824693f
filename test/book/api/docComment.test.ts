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
  assert.equal(first("Over\n * two lines. More."), "Over two lines.");
});
