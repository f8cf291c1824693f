// What a page may weigh: one byte and one request more are too much.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { pageBudget, weigh } from "../../book/check/pageBudget.ts";
import type { Site } from "../../book/check/site.ts";
import type { Content } from "../../book/render/content.ts";
import { noSearch } from "./tools/noSearch.ts";

const content: Content = {
  ...{ page: "one.html", source: "one.ipynb", title: "One", description: "One.", body: "" },
  ...{ headings: [], formulas: [] },
};
const html = "<p>One</p>".repeat(20);
const pageBytes = gzipSync(html, { level: 9 }).length;

/** A page that loads a font of so many bytes, and as many empty files besides. */
function siteWith(fontBytes: number, others = 0): Site {
  const files = new Map<string, string | Buffer>([["one.html", html]]);
  files.set("assets/a.woff2", Buffer.alloc(fontBytes));
  const empty = Array.from({ length: others }, (_, i) => `assets/${i}.woff2`);
  for (const path of empty) files.set(path, Buffer.alloc(0));
  const loadedBy = (): string[] => ["assets/a.woff2", ...empty];
  const assets = { style: "", script: "", files: new Map(), loadedBy };
  return {
    chapters: [],
    pages: [],
    contents: [content],
    files,
    assets,
    isWhole: true,
    live: undefined,
    search: noSearch,
  };
}

test("weigh() counts a page and all it loads: text as a server compresses it, fonts as they are", () => {
  assert.ok(pageBytes < html.length);
  assert.deepEqual(weigh(siteWith(1000, 2), content), {
    page: "one.html",
    bytes: pageBytes + 1000,
    requests: 4,
  });
});

test("weigh() counts a file that pages share for each of them", () => {
  const noise = randomBytes(500);
  const site = siteWith(0);
  const both: Site = {
    ...site,
    files: new Map([...site.files, ["two.html", html], ["assets/b.css", noise]]),
    assets: { ...site.assets, loadedBy: () => ["assets/b.css"] },
  };
  const css = gzipSync(noise, { level: 9 }).length;
  for (const page of ["one.html", "two.html", "one.html"])
    assert.equal(weigh(both, { ...content, page }).bytes, pageBytes + css);
});

test("pageBudget() allows 150 kB and 12 requests, and not one more of either", () => {
  const most = 150_000 - pageBytes;
  assert.deepEqual(pageBudget(siteWith(most, 10)), []);
  const [heavy, many, both] = [siteWith(most + 1, 10), siteWith(most, 11), siteWith(most + 1, 11)].map(
    (site) => pageBudget(site).map(({ file, rule, message }) => [file, rule, message.split(";")[0]]),
  );
  const says = (over: string) => [["one.ipynb", "page-budget", `one.html takes ${over}`]];
  assert.deepEqual(heavy, says("151 kB compressed, 150 are allowed"));
  assert.deepEqual(many, says("13 requests, 12 are allowed"));
  assert.deepEqual(both, says("151 kB compressed, 150 are allowed and 13 requests, 12 are allowed"));
});
