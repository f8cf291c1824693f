import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { mobyDick } from "../../data/moby-dick/load.ts";
import { tokenize, vocabulary } from "../../lib/index.ts";

const readme = readFileSync(new URL("../../data/moby-dick/README.md", import.meta.url), "utf8");

test("mobyDick() gives 139 parts, 135 chapters, and the same frozen object every time", async () => {
  const book = await mobyDick();
  assert.equal(book.parts.length, 139);
  assert.equal(book.chapters.length, 135);
  assert.equal(book.chapters[0]!.title, "Loomings.");
  assert.ok(book.text.startsWith("CHAPTER 1. Loomings.\n\nCall me Ishmael."));
  assert.equal(await mobyDick(), book);
  assert.ok(Object.isFrozen(book) && Object.isFrozen(book.parts) && Object.isFrozen(book.parts[5]));
});

test("the chapters hold 212 040 tokens, 17 080 types, 7 517 words seen once", async () => {
  const words = tokenize((await mobyDick()).text);
  const { size, counts } = vocabulary(words);
  assert.deepEqual(
    [words.length, size, counts.filter((count) => count === 1).length],
    [212_040, 17_080, 7_517],
  );
  for (const number of ["212 040", "17 080", "7 517"]) assert.ok(readme.includes(number), number);
});
