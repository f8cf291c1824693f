import assert from "node:assert/strict";
import { test } from "node:test";
import MagicString from "magic-string";
import { placeInSource, rememberMap } from "../../../kernel/node/sourcePlaces.ts";

/** Remembers a file whose second line lost `: T` and got a line before it; gives its compiled lines. */
function remembered(location: string): string[] {
  const edit = new MagicString("first()\nlet a: T = nowhere\n");
  edit.remove(13, 16).prepend("added()\n");
  rememberMap(location, edit.generateMap({ hires: true, source: "x.ts" }));
  return edit.toString().split("\n");
}

test("placeInSource() finds lines and columns in the file, both counted from 1", () => {
  const lines = remembered("file:///x.ts");
  assert.deepEqual(lines.slice(0, 3), ["added()", "first()", "let a = nowhere"]);
  const place = (word: string): object => {
    const line = lines.findIndex((text) => text.includes(word));
    return placeInSource("file:///x.ts", line + 1, (lines[line]?.indexOf(word) ?? 0) + 1);
  };
  assert.deepEqual(place("first"), { line: 1, column: 1 });
  assert.deepEqual(place("a ="), { line: 2, column: 5 });
  assert.deepEqual(place("nowhere"), { line: 2, column: 12 });
});

test("placeInSource() leaves alone what no map speaks of", () => {
  remembered("file:///y.ts");
  assert.deepEqual(placeInSource("file:///other.ts", 3, 4), { line: 3, column: 4 });
  assert.deepEqual(placeInSource("file:///y.ts", 99, 4), { line: 99, column: 4 });
  assert.deepEqual(placeInSource("file:///y.ts", 1, 2), { line: 1, column: 2 }, "what was added");
});

test("placeInSource() goes by the newest map of a file", () => {
  remembered("file:///z.ts");
  const later = new MagicString("nowhere");
  later.prepend("\n\n\n");
  rememberMap("file:///z.ts", later.generateMap({ hires: true, source: "z.ts" }));
  assert.deepEqual(placeInSource("file:///z.ts", 4, 3), { line: 1, column: 3 });
});
