// What a service worker is told of a site, and what that may weigh.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { test } from "node:test";
import { offlineBudget } from "../../../book/check/offlineBudget.ts";
import type { Site } from "../../../book/check/site.ts";
import { isHashed } from "../../../book/offline/isHashed.ts";
import { listSite } from "../../../book/offline/listSite.ts";
import { noSearch } from "../tools/noSearch.ts";

const files = (changes: Record<string, string | Buffer> = {}): Map<string, string | Buffer> =>
  new Map(
    Object.entries({
      "index.html": "<p>One</p>",
      "assets/book.0a1b2c3d.js": "1",
      "data/b.csv": Buffer.from("x,y\n"),
      "sitemap.xml": "<urlset/>",
      "robots.txt": "Sitemap",
      ...changes,
    }),
  );

test("listSite() names every file for readers with the beginning of its SHA-256 and its bytes", () => {
  const { files: listed } = listSite(files());
  assert.deepEqual(
    listed.map(([path]) => path),
    ["assets/book.0a1b2c3d.js", "data/b.csv", "index.html"],
  );
  const [, csv, page] = listed;
  const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
  assert.deepEqual(csv, ["data/b.csv", digest("x,y\n"), 4]);
  assert.equal(page?.[1].slice(0, 16), digest("<p>One</p>"));
  assert.match(page?.[1] ?? "", /^[0-9a-f]{16}-[0-9a-f]{8}$/, "a page is kept with its policy");
});

test("listSite() names another edition when anything changes, and the same for the same files in any order", () => {
  const { edition } = listSite(files());
  assert.equal(listSite(new Map([...files()].reverse())).edition, edition);
  assert.equal(listSite(files({ "robots.txt": "other" })).edition, edition, "no reader has it");
  assert.notEqual(listSite(files({ "data/b.csv": "x,z\n" })).edition, edition);
  assert.notEqual(listSite(files({ "new.html": "" })).edition, edition);
});

test("isHashed() holds for names that tell their content, and for no page, data table or licence", () => {
  for (const path of [
    "assets/book.0a1b2c3d.js",
    "assets/live/chunk-37BZZU57.js",
    "assets/live/compile-cell-a633d4e9.js",
    "assets/live/x.wasm.8fcc2202.js",
    "assets/serif-italic.006d4967.woff2",
    "data/a-fig-size.5af5c391.js",
  ])
    assert.equal(isHashed(path), true, path);
  for (const path of [
    "index.html",
    "a-deadbeef.html",
    "assets/fonts.LICENCE.txt",
    "assets/live/LICENCES.txt",
    "data/a-fig-size.csv",
    "data/a-fig-deadbeef.csv",
    "notebooks/01-deadbeef.ipynb",
    "service-worker.js",
    "book.webmanifest",
  ])
    assert.equal(isHashed(path), false, path);
});

test("offlineBudget() refuses a script of a page, and a list, that are too heavy", () => {
  const site = (script: number, worker: number): Site => ({
    ...{ chapters: [], pages: [], contents: [], isWhole: true, live: undefined, search: noSearch },
    assets: { style: "", script: "", files: new Map(), loadedBy: () => [] },
    files: new Map([
      ["assets/offline.00000000.js", randomBytes(script)],
      ["service-worker.js", randomBytes(worker)],
    ]),
  });
  assert.deepEqual(offlineBudget(site(3900, 39_900)), []);
  assert.match(
    offlineBudget(site(4100, 100))[0]?.message ?? "",
    /^a page's script takes 5 kB compressed, 4 are/,
  );
  assert.match(offlineBudget(site(100, 40_100))[0]?.message ?? "", /^the service worker takes 41 kB/);
});
