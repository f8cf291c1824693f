import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../../book/config.ts";
import { withLibrary } from "./fixtures/library.ts";
import { first, project, third } from "./tools/project.ts";

const read = async (config: (yaml: string) => string) => {
  await using files = await project({ config });
  return await readConfig(files.root); // while the folder is there
};

test("readConfig() gives chapters their number, part and place in the order of the file, and pages theirs", async () => {
  const { parts, chapters, pages, api, glossary, bibliography } = await read((yaml) => yaml);
  assert.deepEqual(
    chapters.map(({ number, file, slug, part, minutes, needs }) => [
      number,
      file,
      slug,
      part,
      minutes,
      needs,
    ]),
    [
      [1, first, "a-photocopy-of-a-photocopy", "The loop", 25, "a mean and a variance"],
      [3, third, "rare-things-die-first", "The loop", 20, "chapter 1"],
    ],
  );
  assert.deepEqual(parts[0]?.chapters, chapters);
  assert.deepEqual(
    pages.map(({ slug, place }) => [slug, place]),
    [
      ["preface", "front"],
      ["what-we-know", "back"],
    ],
  );
  assert.deepEqual([api, glossary, bibliography], [undefined, undefined, "bibliography.json"]);
});

test("readConfig() reads what a book says of its library and its words", async () => {
  const { api, glossary } = await read((yaml) =>
    (withLibrary.config?.(yaml) ?? yaml)
      .replace("api:\n", "glossary: glossary.yml\napi:\n")
      .replace("  groups:", "  packages:\n    - { folder: data, title: Data, about: Small. }\n  groups:"),
  );
  assert.equal(glossary, "glossary.yml");
  assert.deepEqual(
    [api?.folder, api?.groups.map(({ folder }) => folder), api?.packages],
    ["lib", ["laws", "models"], [{ folder: "data", title: "Data", about: "Small." }]],
  );
});

for (const minutes of ["1", "0.5", "25"])
  test(`a chapter may take ${minutes} minutes`, async () =>
    assert.equal((await read((yaml) => yaml.replace("25", minutes))).chapters[0]?.minutes, Number(minutes)));

const swapped =
  (words: string | RegExp, by: string) =>
  (yaml: string): string => {
    const changed = yaml.replace(words, by);
    assert.notEqual(changed, yaml);
    return changed;
  };
for (const [why, config, says] of [
  ["no time at all", swapped("25", "0"), /^minutes of 01-.* must be a positive number, got 0$/],
  ["less than no time", swapped("25", "-1"), /must be a positive number, got -1$/],
  ["a time in words", swapped("25", "many"), /must be a positive number, got many$/],
  ["no word on the time", swapped(/ +minutes: 25\n/, ""), /must be a positive number, got undefined$/],
  [
    "a chapter without a number",
    swapped(first, "one.ipynb"),
    /must look like 01-name\.ipynb, got one\.ipynb$/,
  ],
  ["a number of one digit", swapped(first, "1-one.ipynb"), /must look like 01-name\.ipynb/],
  [
    "a page that is no markdown",
    swapped("preface.md", "preface.html"),
    /must look like name\.md, got preface/,
  ],
  ["a page in a folder", swapped("preface.md", "../preface.md"), /must look like name\.md/],
  ["a page in the middle", swapped("place: front", "place: middle"), /must be front or back, got middle$/],
  ["an address in capitals", swapped("slug: preface", "slug: Preface"), /lower-case words.*got Preface$/],
  ["an address with a slash", swapped("slug: preface", "slug: a/b"), /lower-case words.*got a\/b$/],
  ...["index", "404", "bibliography", "glossary", "notation", "run"].map(
    (slug) =>
      [
        `the address ${slug}, which the site has for itself`,
        swapped("slug: preface", `slug: "${slug}"`),
        new RegExp(`^slug of preface.md must .* got ${slug}$`),
      ] as const,
  ),
  ["no title", swapped("title: Generation Loss", "subject: x"), /^title must be a text, got undefined$/],
  ["a blank title", swapped("title: Generation Loss", 'title: " "'), /^title must be a text, got " "$/],
  [
    "a title that is a number",
    swapped("title: Generation Loss", "title: 5"),
    /^title must be a text, got 5$/,
  ],
  ["no claim", swapped(/ +claim: Retrain.*\n/, ""), /^claim must be a text/],
  ["no parts", swapped(/parts:[\s\S]*/, "parts: []"), /^parts must be a list that is not empty$/],
  ["a part without chapters", swapped(/chapters:[\s\S]*/, "chapters: none"), /^chapters must be a list/],
  [
    "a flavour that is none",
    swapped(/place: back/, "place: back\n    flavour: plain"),
    /^flavour of what-we-know\.md must be one of reader, class, got plain/,
  ],
  ["pages that are none", swapped(/pages:[\s\S]*?parts:/, "pages: []\nparts:"), /^pages must be a list/],
] as const)
  test(`a book is refused: ${why}`, () =>
    assert.rejects(read(config), (error: Error & { exitCode?: number }) => {
      assert.deepEqual([error.name, error.exitCode], ["Refusal", 2]);
      assert.match(error.message, /^Cannot read book\/book\.yml: /);
      assert.match(error.message.replace("Cannot read book/book.yml: ", ""), says);
      return true;
    }));
