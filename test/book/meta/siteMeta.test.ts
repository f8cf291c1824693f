import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { buildBook } from "../../../book/build.ts";
import { bytesOf } from "../tools/bytesOf.ts";
import { type Changes, project, storedOutputs } from "../tools/project.ts";

const edition = `address: https://books.example/loss
authors: [Ada Example, "The <others> & co"]
published: 2026-12-01
licence: { name: CC BY 4.0, address: "https://creativecommons.org/licenses/by/4.0/" }
picture: { file: picture.png, shows: A bell curve. }
`;
const png = "not looked into";
const published = (yaml = edition): Changes => ({
  config: (book) => yaml + book,
  files: { "book/picture.png": png },
});

/** The site's files by their paths, as text. */
async function built(changes: Changes, flavour: "reader" | "class" = "reader") {
  await using files = await project(changes);
  const { out, pages } = await buildBook({ root: files.root, run: storedOutputs(), flavour });
  const texts = await bytesOf(out);
  return { pages: pages.map(({ page }) => page), text: (path: string) => texts[`/${path}`], texts };
}

const canonical = (html = ""): string[] =>
  [...html.matchAll(/<link rel="canonical" href="([^"]*)">/g)].map(([, href]) => href ?? "");
const metas = (html = ""): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const [, key = "", value = ""] of html.matchAll(
    /<meta (?:name|property)="([^"]*)" content="([^"]*)">/g,
  ))
    found.set(key, [...(found.get(key) ?? []), value]);
  return found;
};
const data = (html = ""): Record<string, unknown> => {
  const [, json = ""] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  return JSON.parse(json) as Record<string, unknown>;
};
const chapter = "a-photocopy-of-a-photocopy.html";

test("with an address, each page names its own, and is in the map of the site once", async () => {
  const { pages, text } = await built(published());
  const own = new Map(pages.map((page) => [page, canonical(text(page))]));
  const { "404.html": lost, "index.html": home, ...others } = Object.fromEntries(own);
  assert.deepEqual([lost, home], [[], ["https://books.example/loss/"]]);
  for (const [page, hrefs] of Object.entries(others))
    assert.deepEqual(hrefs, [`https://books.example/loss/${page}`]);
  const listed = [...(text("sitemap.xml") ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc);
  assert.deepEqual(listed, [...own.values()].flat());
  assert.equal(listed.length, pages.length - 1);
  assert.equal(text("robots.txt"), undefined, "nobody looks for it in a folder");
  assert.match(text("404.html") ?? "", /<meta name="robots" content="noindex">/);
});

test("a site at the root of its host says in robots.txt where its map is", async () => {
  const { text } = await built(published(edition.replace("/loss", "")));
  assert.equal(text("robots.txt"), "User-agent: *\nAllow: /\n\nSitemap: https://books.example/sitemap.xml\n");
  assert.deepEqual(canonical(text(chapter)), [`https://books.example/${chapter}`]);
});

test("a card has a picture with words; a chapter is cited as a part of the book", async () => {
  const { text, texts } = await built(published());
  const of = metas(text(chapter));
  const [image = ""] = of.get("og:image") ?? [];
  assert.equal(texts[image.replace("https://books.example/loss", "")], png);
  assert.deepEqual(
    ["og:url", "og:image:alt", "twitter:card", "citation_title", "citation_author"].map((key) => of.get(key)),
    [
      [`https://books.example/loss/${chapter}`],
      ["A bell curve."],
      ["summary_large_image"],
      ["A photocopy of a photocopy"],
      ["Ada Example", "The &lt;others&gt; &amp; co"],
    ],
  );
  assert.deepEqual(
    ["citation_publication_date", "citation_inbook_title", "citation_fulltext_html_url"].map((key) =>
      of.get(key),
    ),
    [["2026/12/01"], ["Generation Loss"], [`https://books.example/loss/${chapter}`]],
  );
  assert.equal(metas(text("preface.html")).get("citation_title"), undefined);
});

test("structured data says what a page is of the book", async () => {
  const { text } = await built(published());
  const book = { "@type": "Book", name: "Generation Loss", url: "https://books.example/loss/" };
  const own = data(text(chapter));
  assert.deepEqual(
    [own["@type"], own.position, own.timeRequired, own.isPartOf, own.author, own.datePublished],
    [["Chapter", "LearningResource"], 1, "PT25M", book, ["Ada Example", "The <others> & co"], "2026-12-01"],
  );
  const home = data(text("index.html"));
  assert.deepEqual([home["@type"], home.url, (home.hasPart as unknown[]).length], ["Book", book.url, 2]);
  assert.deepEqual(
    [data(text("preface.html"))["@type"], data(text("preface.html")).isPartOf],
    ["WebPage", book],
  );
});

for (const [name, changes, flavour] of [
  ["without an address", published(edition.replace(/^address.*\n/, "")), "reader"],
  ["for a class, whose place nobody has named,", published(), "class"],
  ["of a book that says nothing of itself", {}, "reader"],
] as const)
  test(`a site ${name} writes nothing absolute, and no map`, async () => {
    const { pages, texts, text } = await built(changes, flavour);
    assert.deepEqual(
      Object.keys(texts).filter((path) => /sitemap|robots|picture/.test(path)),
      [],
    );
    for (const page of pages) {
      assert.deepEqual(canonical(text(page)), []);
      assert.doesNotMatch(text(page) ?? "", /og:url|og:image|"url"|fulltext_html_url/);
    }
    assert.deepEqual(metas(text(chapter)).get("twitter:card"), ["summary"]);
    assert.deepEqual(metas(text(chapter)).get("citation_title"), ["A photocopy of a photocopy"]);
    assert.equal(data(text(chapter)).datePublished === undefined, Object.keys(changes).length === 0);
  });

test("no words of a book end its block of data", async () => {
  const { text } = await built({
    config: (yaml) => yaml.replace("A course on model collapse that runs.", "A </script><b>course</b>."),
  });
  assert.equal(data(text("index.html")).description, "A </script><b>course</b>.");
  assert.doesNotMatch(text("index.html") ?? "", /<\/script><b>/);
});

for (const [key, value, reason] of [
  ["address", "books.example", /address must begin with https:\/\/ or http:\/\/ .*, got "books\.example"/],
  ["address", "ftp://books.example", /address must begin/],
  ["address", "https://books.example/?a=1", /address must .* have no \?/],
  ["address", "7", /address must begin .*, got 7/],
  ["published", "2026-02-30", /published must be a day such as 2026-12-01, got "2026-02-30"/],
  ["published", "soon", /published must be a day/],
  ["authors", "Ada", /authors must be a list of names, got "Ada"/],
  ["authors", "[]", /authors must be a list of names, got \[\]/],
  ["licence", "CC", /name of licence must be a text/],
  ["licence", "{ name: CC, address: here }", /address of licence must begin/],
  ["picture", "{ file: ../a.png, shows: b }", /file of picture must look like name\.png, got "\.\.\/a\.png"/],
  ["picture", "{ file: a.png }", /shows of picture must say in a sentence/],
  ["cover", "a.png", /file of cover must look like name\.png/],
] as const)
  test(`buildBook() refuses ${key}: ${value}, and says why`, async () => {
    await using files = await project({ config: (yaml) => `${key}: ${value}\n${yaml}` });
    await assert.rejects(buildBook({ root: files.root, run: storedOutputs() }), {
      exitCode: 2,
      message: reason,
    });
  });

test("buildBook() refuses a picture that is not there", async () => {
  await using files = await project({ config: (yaml) => edition + yaml });
  await assert.rejects(buildBook({ root: files.root, run: storedOutputs() }), {
    exitCode: 2,
    message: /book\/picture\.png, a picture of book\.yml, must exist/,
  });
});

test("the book says of itself what its licence says", async () => {
  const root = join(import.meta.dirname, "../../..");
  const [yaml, licence] = await Promise.all(
    ["book/book.yml", "LICENSE"].map((path) => readFile(join(root, path), "utf8")),
  );
  const named = [...(yaml ?? "").matchAll(/^ {2}(?:name|address): (\S.*)$|^ {2}- (The .* authors)$/gm)];
  const words = named.map(([, value, author]) => value ?? author ?? "");
  assert.equal(words.length, 3);
  for (const word of words) assert.ok(licence?.includes(word), word);
  assert.ok((await readdir(join(root, "book"))).includes("picture.png"));
});
