import assert from "node:assert/strict";
import { test } from "node:test";
import { mobyDick } from "generation-loss-data/moby-dick";
import { characters, countsOf, sentences, tokenize, vocabulary } from "../../../lib/index.ts";

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

for (const [text, cut] of [
  ["Call me Ishmael. Some years ago", ["Call me Ishmael.", "Some years ago"]],
  ["“Who ain’t a slave?” Tell me that.", ["“Who ain’t a slave?”", "Tell me that."]],
  ["CHAPTER 1. Loomings\n\nCall me", ["CHAPTER 1.", "Loomings", "Call me"]],
  ["3.14 is no end; e.g. this is", ["3.14 is no end; e.g.", "this is"]],
  ["  \n\n ", []],
] as const) {
  test(`sentences(${JSON.stringify(text)})`, () => assert.deepEqual(sentences(text), [...cut]));
}

test("sentences() loses no word of Moby-Dick", async () => {
  const { text } = await mobyDick();
  const cut = sentences(text);
  assert.equal(cut.length, 9829);
  assert.deepEqual(cut.flatMap(tokenize), tokenize(text));
});

test("characters() are code points, with white space as one space", () => {
  assert.deepEqual(characters("a🐋\t\n b"), ["a", "🐋", " ", "b"]);
  assert.deepEqual(characters(""), []);
});

test("text functions name what they reject", () => {
  assert.throws(() => vocabulary([]), /text must hold at least 1 word, got 0/);
  assert.throws(() => vocabulary(["a"]).encode(["a", "b"]), /words\[1\] must be in the vocabulary, got "b"/);
  assert.throws(() => vocabulary(["a"]).decode([1]), /ids\[0\] must be an integer from 0 to 0, got 1/);
  assert.throws(() => countsOf([3], 3), /ids\[0\] must be an integer from 0 to 2, got 3/);
});
