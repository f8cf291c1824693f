import assert from "node:assert/strict";
import { test } from "node:test";
import type { Library, LibraryExport } from "../../../book/api/library.ts";
import { entryAnchor, namesFrom } from "../../../book/api/names.ts";
import { chapterOf } from "../tools/context.ts";

const group = (page: string, ...names: string[]) => ({
  ...{ folder: page, title: page, about: "", page },
  exports: names.map((name) => ({ name }) as LibraryExport),
});
const library: Library = {
  ...{ package: "p", others: [], sources: new Map() },
  groups: [group("api/laws.html", "c4", "main"), group("api/models.html", "fit")],
};
const chapters = [chapterOf(3, "three")];

for (const [page, addresses] of [
  ["api/laws.html", ["#c4", "#main-entry", "../api/models.html#fit", undefined, "../three.html", undefined]],
  [
    "three.html",
    [
      "api/laws.html#c4",
      "api/laws.html#main-entry",
      "api/models.html#fit",
      undefined,
      "three.html",
      undefined,
    ],
  ],
  [
    "a/b/c.html",
    [
      "../../api/laws.html#c4",
      "../../api/laws.html#main-entry",
      "../../api/models.html#fit",
      undefined,
      "../../three.html",
      undefined,
    ],
  ],
] as const)
  test(`namesFrom() leads from ${page} to entries and chapters, and nowhere from other names`, () => {
    const names = namesFrom(page, library, chapters);
    const found = [...["c4", "main", "fit", "other"].map(names.entry), names.chapter(3), names.chapter(4)];
    assert.deepEqual(found, addresses);
  });

test("namesFrom() knows chapters where there is no library", () => {
  const names = namesFrom("index.html", undefined, chapters);
  assert.deepEqual([names.entry("c4"), names.chapter(3)], [undefined, "three.html"]);
});

test("entryAnchor() leaves the frame's own anchors alone", () =>
  assert.deepEqual(["main", "contents", "mean"].map(entryAnchor), ["main-entry", "contents-entry", "mean"]));
