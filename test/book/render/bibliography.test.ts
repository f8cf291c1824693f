import assert from "node:assert/strict";
import { test } from "node:test";
import { byName, fullReference, type Reference, shortName } from "../../../book/render/bibliography.ts";

const item = (id: string, names: string[], year = 2024, more: Partial<Reference> = {}): Reference => ({
  id,
  title: "On copies",
  author: names.map((family) => ({ family, given: "Ada Bea" })),
  issued: { "date-parts": [[year]] },
  ...more,
});

const mapOf = (...items: Reference[]) => new Map(items.map((each) => [each.id, each]));

test("shortName() names one, two, or the first of many", () => {
  assert.equal(shortName(item("a", ["Abel"]), new Map()), "Abel 2024");
  assert.equal(shortName(item("a", ["Abel", "Both"]), new Map()), "Abel & Both 2024");
  assert.equal(shortName(item("a", ["Abel", "Both", "Cole"]), new Map()), "Abel et al. 2024");
});

test("shortName() tells works apart that would read alike", () => {
  const [one, two, other] = [item("x1", ["Abel"]), item("x2", ["Abel"]), item("x3", ["Abel"], 2020)];
  const all = mapOf(two, one, other);
  assert.deepEqual(
    [one, two, other].map((each) => shortName(each, all)),
    ["Abel 2024a", "Abel 2024b", "Abel 2020"],
  );
});

test("fullReference() gives a year the letter that the text gives it", () => {
  const [one, two, other] = [item("x1", ["Abel"]), item("x2", ["Abel"]), item("x3", ["Abel"], 2020)];
  const all = mapOf(two, one, other);
  assert.deepEqual(
    [one, two, other].map((each) => /\((.*?)\)/.exec(fullReference(each, all))?.[1]),
    ["2024a", "2024b", "2020"],
  );
});

test("fullReference() prints a journal article with its link spelled out", () => {
  const article = item("a", ["Abel", "Both"], 2024, {
    "container-title": "Nature",
    volume: 631,
    issue: 8,
    page: "755-759",
    DOI: "10.1/x",
  });
  assert.equal(
    fullReference(article, new Map()),
    'Abel, A. B. &amp; Both, A. B. (2024). On copies. <em>Nature</em> 631(8):755–759. <a href="https://doi.org/10.1/x">doi:10.1/x</a>',
  );
});

test("fullReference() names up to six authors, and of seven the first five", () => {
  const names = (count: number): string =>
    fullReference(item("a", [..."ABCDEFG"].slice(0, count), 2024), new Map()).split(" (2024)")[0] ?? "";
  assert.equal(names(1), "A, A. B.");
  assert.equal(names(6), "A, A. B., B, A. B., C, A. B., D, A. B., E, A. B. &amp; F, A. B.");
  assert.equal(names(7), "A, A. B., B, A. B., C, A. B., D, A. B., E, A. B., et al.");
});

test("fullReference() falls back on the publisher, leaves out a missing issue, and links to what it has", () => {
  const book = item("a", ["Abel"], 2024, { publisher: "Press", volume: 2, URL: "https://example.org/a?b&c" });
  assert.equal(
    fullReference(book, new Map()),
    'Abel, A. B. (2024). On copies. <em>Press</em> 2. <a href="https://example.org/a?b&amp;c">https://example.org/a?b&amp;c</a>',
  );
  const hyphen = { ...book, author: [{ family: "Abel", given: "Ada-Bea  Cy" }, { family: "Both" }] };
  assert.match(fullReference(hyphen, new Map()), /^Abel, A\. B\. C\. &amp; Both \(2024\)\./);
});

test("fullReference() cuts long author lists and copes with what is missing", () => {
  const many = item("a", ["A", "B", "C", "D", "E", "F", "G"]);
  assert.match(fullReference(many, new Map()), /^A, A\. B\., .*E, A\. B\., et al\. \(2024\)\. On copies\.$/);
  assert.equal(
    fullReference({ id: "a", title: "Why?", author: [{ literal: "A Group" }] }, new Map()),
    "A Group (n.d.). Why?",
  );
});

test("fullReference() escapes every field, as a volume named with an ampersand", () => {
  const fields = { "container-title": "Nature", volume: "A&B", issue: "<1>", page: "1-<2>" };
  const odd = item("a", ["Abel"], 2024, fields as never);
  assert.match(fullReference(odd, new Map()), / A&amp;B\(&lt;1&gt;\):1–&lt;2&gt;\./);
});

test("byName() puts a small particle and an accent where a reader looks for them", () => {
  const works = [["Wright"], ["del Rio"], ["Éluard"], ["Dey"], ["Abel", "Both"], ["Abel"]];
  const sorted = works
    .map((names) => ({ names, html: fullReference(item("a", names), new Map()) }))
    .sort(byName);
  assert.deepEqual(
    sorted.map(({ names }) => names.join(" & ")),
    ["Abel", "Abel & Both", "del Rio", "Dey", "Éluard", "Wright"],
  );
});
