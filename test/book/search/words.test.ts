import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsIn } from "../../../book/search/words.ts";

const wholes = (text: string): string[] => [...wordsIn(text)].map(({ whole }) => whole);
const all = (text: string): string[] => [...wordsIn(text)].flatMap(({ whole, parts }) => [whole, ...parts]);

test("a name is one word, and what it is made of", () => {
  assert.deepEqual(all("unigramCounts"), ["unigramcounts", "unigram", "counts"]);
  assert.deepEqual(all("`goodTuringUnseenMass(counts)`"), [
    ...["goodturingunseenmass", "good", "turing", "unseen", "mass"],
    "counts",
  ]);
  assert.deepEqual(all("KLDivergence"), ["kldivergence", "kl", "divergence"]);
  assert.deepEqual(all("snake_case"), ["snakecase", "snake", "case"]);
  assert.deepEqual(all("Moby-Dick and t-SNE"), ["mobydick", "moby", "dick", "and", "tsne", "t", "sne"]);
  assert.deepEqual(all("sfc32"), ["sfc32"]);
});

test("letters have no case, no accents, and one height; Greek ones have names", () => {
  assert.deepEqual(wholes("Naïve NAIVE naïve"), ["naive", "naive", "naive"]);
  assert.deepEqual(wholes("c₄ c_4 c4"), ["c4", "c4", "c4"]);
  assert.deepEqual(wholes("x̄ 𝔼 𝒩 ℝ"), ["x", "e", "n", "r"]);
  assert.deepEqual(wholes("β ϵ σ² Σ"), ["beta", "epsilon", "sigma", "2", "sigma"]);
});

test("an apostrophe ends a word for who owns, and else is none", () => {
  assert.deepEqual(all("the model's models’ don't"), ["the", "model", "models", "dont"]);
});

test("a number is one word, however its digits are set apart", () => {
  assert.deepEqual(wholes("0.6588, .05; 212 040 and 17,080."), ["0.6588", "0.05", "212040", "and", "17080"]);
  assert.deepEqual(wholes("p<0.05"), ["p", "0.05"]);
  assert.deepEqual(wholes("1e-9 3 × 10⁻⁵"), ["1e-9", "3", "10", "5"]);
  assert.deepEqual(wholes("2N(1 − 1/N)"), ["2", "n", "1", "1", "n"]);
  assert.deepEqual(wholes("[1, 2, 100]"), ["1", "2", "100"]);
  assert.deepEqual(wholes("in 2024 100 words"), ["in", "2024", "100", "words"]);
});

test("a word knows where it stands", () => {
  const text = "of t-SNE, 0.5";
  assert.deepEqual(
    [...wordsIn(text)].map(({ start, end }) => text.slice(start, end)),
    ["of", "t-SNE", "0.5"],
  );
});
