import assert from "node:assert/strict";
import { test } from "node:test";
import { find } from "../../../book/search/find.ts";
import { nearWords } from "../../../book/search/nearWords.ts";
import { searchBookOf } from "../../../book/search/searchBook.ts";
import { packPages, unpackPages } from "../../../book/search/searchFile.ts";
import type { Kind, Section } from "../../../book/search/section.ts";

const place = (anchor: string, title: string, text: string, kind: Kind = "text"): Section => ({
  ...{ anchor, kind, title, text, isTitled: kind !== "code" && kind !== "claim" },
});

const pages = [
  {
    ...{ page: "one.html", label: "Chapter 3", title: "Rare things" },
    sections: [
      place("", "Rare things", "A naïve copy loses what is rare. The model's tail goes first."),
      place("cell-a", "Rare things", "const book = unigram(); // 111 and 1111 of 10 000", "code"),
      place(
        "vocabulary",
        "The vocabulary",
        "A list of |V| words, of which 0.6588 stay. Nobody's god is here, s.",
      ),
      place("laws", "Two laws", "The time is 2N(1−1/N) generations, and E = c_4(M)·σ; goods are not good."),
      place("test", "Significant?", "We say so if p < 0.05, that is by chance once in 20. V is not |W|."),
      place("good", "Something good", "Good is the word, and 1 is the number. A letter: β."),
      place("book", "The book", "Moby-Dick, drawn by t-SNE."),
      place("sne", "Other letters", "SNE is older than t, and Dick not Moby."),
      place("collapse", "What falls", "It collapses. The half-life is long; a tail is thin."),
      place("longer", "Later", "In p < 0.057 nothing is said."),
    ],
  },
  {
    ...{ page: "api/models.html", label: "Reference", title: "Models" },
    sections: [
      place("", "Models", "Families."),
      place(
        "unigramCounts",
        "unigramCounts",
        "function unigramCounts(options) Counts of each word.",
        "reference",
      ),
      place("c4", "c4", "function c4(size: number): number c₄(M) is below 1.", "reference"),
    ],
  },
];
const book = searchBookOf(pages);
const found = (question: string): string[] => find(book, question).finds.map(({ section }) => section.anchor);
const first = (question: string): string | undefined => found(question)[0];

test("a name of the code is found whole, by its words, by its beginning, and in back ticks", () => {
  for (const question of ["unigramCounts", "unigram counts", "unigramC", "unigramcounts", "`unigramCounts`"])
    assert.equal(first(question), "unigramCounts", question);
  assert.deepEqual(found("igramCounts"), []);
});

test("formulas are found as they are typed, before places that have only their letters", () => {
  assert.equal(first("|V|"), "vocabulary");
  assert.ok(found("|V|").includes("test"));
  for (const question of ["p<0.05", "p < 0.05", "p < .05"]) assert.equal(first(question), "test", question);
  for (const question of ["2N(1 − 1/N)", "2N(1-1/N)", "2n(1 - 1/n)"])
    assert.equal(first(question), "laws", question);
  for (const question of ["c₄", "c_4", "c4"])
    assert.deepEqual(found(question).slice(0, 2), ["c4", "laws"], question);
  assert.equal(first("->"), undefined);
  assert.equal(first("·σ;"), "laws");
});

test("a number is found by its digits from the first on, and not within another", () => {
  assert.deepEqual(found("0.6588"), ["vocabulary"]);
  assert.deepEqual(found("0.65"), ["vocabulary"]);
  assert.deepEqual(found("6588"), []);
  assert.deepEqual(found("1").toSorted(), ["c4", "good", "laws"], "neither in 111 nor in 1111");
  assert.deepEqual(found("111"), ["cell-a"]);
  for (const question of ["10000", "10 000", "10,000"])
    assert.deepEqual(found(question), ["cell-a"], question);
});

test("letters: Greek by name, without accents; no word is taken for another", () => {
  assert.deepEqual(found("β"), ["good"]);
  assert.deepEqual(found("beta"), ["good"]);
  assert.equal(first("naive"), "");
  assert.equal(first("naïve"), "");
  assert.equal(first("good"), "good");
  assert.equal(found("good").includes("vocabulary"), false, "god is not good");
  assert.deepEqual(found("god"), ["vocabulary"]);
});

test("an apostrophe's s is no word, and a hyphen may be left out", () => {
  assert.equal(first("model's"), "");
  assert.equal(found("model's").includes("vocabulary"), false, "a lone s");
  for (const question of ["Moby-Dick", "moby dick", "MobyDick"])
    assert.equal(first(question), "book", question);
  for (const question of ["t-SNE", "tsne", "t-sne"]) assert.deepEqual(found(question), ["book"], question);
  assert.deepEqual(found("t SNE"), ["book", "sne"]);
});

test("other forms of a word are found behind it", () => {
  assert.ok(found("tails").includes("collapse"));
  assert.deepEqual(found("collapsing"), ["collapse"]);
  assert.deepEqual(found("half life"), ["collapse"]);
});

test("all words count, a chapter is found by its number, and where none has all it is said", () => {
  assert.deepEqual(found("the time of generations"), ["laws"]);
  assert.equal(first("chapter 3"), "");
  assert.deepEqual(find(book, "what collapses, and why?").hasAll, true, "why is not asked for");
  assert.deepEqual(found("what collapses, and why?"), ["collapse"]);
  assert.equal(first("what falls"), "collapse");
  const { finds, hasAll } = find(book, "vocabulary zebra");
  assert.equal(hasAll, false);
  assert.deepEqual(
    finds.map(({ section }) => section.anchor),
    ["vocabulary"],
  );
  assert.deepEqual(find(book, "zebra"), { finds: [], hasAll: false });
  assert.deepEqual(find(book, " ").finds, []);
});

test("words that are nearly written so are offered", () => {
  assert.deepEqual(nearWords(book, "vocablary"), []);
  assert.deepEqual(nearWords(book, "generatoins"), ["generations"]);
  assert.deepEqual(nearWords(book, "colapses"), ["collapses"]);
  assert.deepEqual(nearWords(book, "0.6589"), []);
});

test("pages come out of their file as they went in", () => {
  assert.deepEqual(unpackPages(packPages(pages)), pages);
});
