// The rules of the finished site on sites of a page or two; `rules.test.ts` meets them in a whole build.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Chapter } from "../../book/chapter.ts";
import { deadLinks } from "../../book/check/deadLinks.ts";
import { duplicateSlugs } from "../../book/check/duplicateSlugs.ts";
import { emptyHeaders } from "../../book/check/emptyHeaders.ts";
import { imagesWithoutAlt } from "../../book/check/imagesWithoutAlt.ts";
import type { Site } from "../../book/check/site.ts";
import { unknownExercises } from "../../book/check/unknownExercises.ts";
import { readExercises } from "../../course/exercise/readExercises.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { code, prose } from "./tools/cells.ts";
import { chapterOf } from "./tools/context.ts";
import { noSearch } from "./tools/noSearch.ts";

/** Pages by their path, each from a source of its own; files beside them. */
function siteOf(
  pages: Readonly<Record<string, string>>,
  more: Partial<Site> = {},
  files: readonly string[] = [],
): Site {
  return {
    ...{ chapters: [], pages: [], isWhole: true, live: undefined, search: noSearch },
    assets: { style: "", script: "", files: new Map(), loadedBy: () => [] },
    contents: Object.keys(pages).map((page) => ({
      ...{
        page,
        source: `source of ${page}`,
        title: "",
        description: "",
        body: "",
        headings: [],
        formulas: [],
      },
    })),
    files: new Map([...Object.entries(pages), ...files.map((file) => [file, ""] as const)]),
    ...more,
  };
}
const messages = (faults: readonly { readonly message: string }[]): string[] =>
  faults.map(({ message }) => message.split("; ")[0] ?? "");

const two = '<h2 id="here">Two</h2><p data-id="no">';
for (const [html, dead] of [
  ['<a href="two.html">', []],
  ['<a href="two.html#here">', []],
  ['<a href="two.html#own">', ['"two.html#own" leads to no place in two.html']],
  ['<a href="two.html#no">', ['"two.html#no" leads to no place in two.html']],
  ['<p id="own"><a class="x" href="#own">', []],
  ['<p id="own"><a href="#here">', ['"#here" leads to no place in one.html']],
  ['<p id="über-all"><a href="#%C3%BCber-all">', []],
  ['<a href="three.html">', ['"three.html" leads to no file of the book']],
  ['<a href="api/three.html">', []],
  ['<a href="./api/../two.html">', []],
  ['<a href="a%20b.csv">', []],
  ['<a href="two.html#">', []],
  ['<a href="two.html?a=1&amp;b=2">', ['"two.html?a=1&amp;b=2" leads to no file of the book']],
  ['<a href="https://example.org/x"><a href="mailto:a@b.example"><a href="//example.org">', []],
  ['<img src="none.png" alt="x">', ['"none.png" leads to no file of the book']],
  [
    '<script src="none.js"></script><link rel="x" href="none.css">',
    ['"none.js" leads to no file of the book', '"none.css" leads to no file of the book'],
  ],
  ['<a href="none.html">, <a href="none.html">', ['"none.html" leads to no file of the book']],
  ['<p title="href=&quot;none.html&quot;">', []],
] as const)
  test(`deadLinks() finds in ${html} ${dead.length} that lead nowhere`, () => {
    const site = siteOf({ "one.html": html, "two.html": two }, {}, ["api/three.html", "a b.csv"]);
    const faults = deadLinks(site);
    assert.deepEqual(messages(faults), dead);
    for (const { file, rule } of faults) assert.deepEqual([file, rule], ["source of one.html", "dead-link"]);
  });

test("deadLinks() takes a link as seen from its page's folder", () => {
  const site = siteOf({ "api/one.html": '<a href="../two.html#here"><a href="two.html">', "two.html": two });
  assert.deepEqual(messages(deadLinks(site)), ['"two.html" leads to no file of the book']);
});

test("deadLinks() says nothing of a book whose run stopped: figures are missing, which was said", () => {
  assert.deepEqual(deadLinks(siteOf({ "one.html": '<a href="none.html">' }, { isWhole: false })), []);
});

test("duplicateSlugs() names each that comes too late, with whom it meets, be it a chapter or a page", () => {
  const pages = ["one", "four"].map((slug) => ({ slug, file: `${slug}.md` }) as Site["pages"][number]);
  const chapters = [chapterOf(1, "one"), chapterOf(2, "two"), chapterOf(3, "one")];
  assert.deepEqual(messages(duplicateSlugs(siteOf({}, { chapters, pages }))), [
    'the slug "one" of 03-one.ipynb is taken by 01-one.ipynb',
    'the slug "one" of one.md is taken by 01-one.ipynb',
  ]);
});

for (const [html, isFault] of [
  ["<th></th>", true],
  ['<th scope="col"> &nbsp;\n</th>', true],
  ["<th>a</th>", false],
  ["<th><b></b></th>", false],
  ["<td></td>", false],
  ["<thead></thead>", false],
] as const)
  test(`emptyHeaders(): ${JSON.stringify(html)} is ${isFault ? "a fault" : "none"}`, () =>
    assert.equal(emptyHeaders(siteOf({ "one.html": `<table>${html}</table>` })).length, isFault ? 1 : 0));

for (const [html, name] of [
  ['<img src="a.png">', "a.png"],
  ['<img alt="" src="a.png">', "a.png"],
  ['<img src="a.png" alt="A dot">', undefined],
  ['<img alt="A dot" src="a.png"><img src="b.png" data-alt="no">', "b.png"],
  ['<img src="data:image/png;base64,AAAA">', undefined],
  [`<img src="${"x".repeat(80)}">`, "x".repeat(60)],
] as const)
  test(`imagesWithoutAlt() finds in ${html.slice(0, 60)} ${name?.slice(0, 10) ?? "nothing"}`, () =>
    assert.deepEqual(
      imagesWithoutAlt(siteOf({ "one.html": html })).map(({ message }) => message),
      name === undefined ? [] : [`the image ${name} needs a text: ![what it shows](${name})`],
    ));

const exercise = (name?: string) =>
  prose(`ex-${name}`, "Do.", { role: "exercise", ...(name && { exercise: name }) });
const faultsIn = (solutions: string, ...cells: Parameters<typeof chapterOf>[2][]): string[] => {
  const chapter: Chapter = chapterOf(1, "one", ...cells);
  const names = { notebook: chapter.path, solutions: "notebooks/solutions/01-one.ts" };
  const { faults: exerciseFaults } = readExercises(chapter.notebook, parsePercent(solutions), names);
  const faults = unknownExercises(siteOf({}, { chapters: [{ ...chapter, exerciseFaults }] }));
  return faults.map(
    ({ file, cell, message }) => `${file.split("/").at(-1)} ${cell ?? ""}: ${message.split("; ")[0]}`,
  );
};

for (const role of ["starter", "check"]) {
  test(`unknownExercises() finds a ${role} of another exercise, and one of none`, () => {
    const own = code("own", "", [], { role, exercise: "mix" });
    assert.deepEqual(faultsIn("", exercise("mix"), own), []);
    const other = code("other", "", [], { role, exercise: "cut" });
    const none = code("none", "", [], { role });
    assert.deepEqual(faultsIn("", exercise("mix"), other, none), [
      `01-one.ipynb other: this ${role} names exercise "cut", which the chapter does not have`,
      `01-one.ipynb none: this ${role} names exercise "", which the chapter does not have`,
    ]);
  });
}

test("unknownExercises() leaves cells of other roles alone, whatever they name", () =>
  assert.deepEqual(faultsIn("", code("a", "", [], { role: "figure", exercise: "cut" }), code("b", "")), []));

test("unknownExercises() finds an exercise without a name, and regions of solutions that belong to none", () => {
  assert.deepEqual(
    faultsIn("", exercise()),
    ['ex-undefined: an exercise cell needs an `exercise` name in its genloss metadata, such as "refit"'].map(
      (line) => `01-one.ipynb ${line}`,
    ),
  );
  assert.deepEqual(faultsIn("// %% solution mix\n1\n\n// %% hidden cut: x\n2", exercise("mix")), [
    '01-one.ts : line 4: "hidden cut" belongs to no exercise of notebooks/01-one.ipynb',
  ]);
});
