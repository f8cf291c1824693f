import assert from "node:assert/strict";
import { test } from "node:test";
import { countsOf, tokenize, vocabulary } from "../../../lib/index.ts";

for (const [text, words] of [
  ["Call me Ishmael.", ["call", "me", "ishmael"]],
  ["don't — DON’T", ["don't", "don't"]],
  ["'em whales' o'clock's", ["em", "whales", "o'clock", "s"]],
  ["carpet-bag, 1851; naïve", ["carpet", "bag", "na", "ve"]],
  ["", []],
  ["1 2 3 …", []],
] as const) {
  test(`tokenize(${JSON.stringify(text)})`, () => assert.deepEqual(tokenize(text), [...words]));
}

test("vocabulary() numbers words by first appearance; decode() undoes encode()", () => {
  const text = Object.freeze(["the", "whale", "the", "sea"]);
  const { words, size, counts, encode, decode, idOf } = vocabulary(text);
  assert.deepEqual(words, ["the", "whale", "sea"]);
  assert.equal(size, 3);
  assert.deepEqual(counts, Uint32Array.of(2, 1, 1));
  assert.deepEqual(decode(encode(text)), [...text]);
  assert.equal(idOf("sea"), 2);
  assert.equal(idOf("constructor"), undefined);
  assert.deepEqual(countsOf(encode(text), size), counts);
});

test("text functions name what they reject", () => {
  assert.throws(() => vocabulary([]), /text must hold at least 1 word, got 0/);
  assert.throws(() => vocabulary(["a"]).encode(["a", "b"]), /words\[1\] must be in the vocabulary, got "b"/);
  assert.throws(() => vocabulary(["a"]).decode([1]), /ids\[0\] must be an integer from 0 to 0, got 1/);
  assert.throws(() => countsOf([3], 3), /ids\[0\] must be an integer from 0 to 2, got 3/);
});
