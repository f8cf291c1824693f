import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { mobyDick } from "../../data/moby-dick/load.ts";
import { rebuilt } from "../../data/moby-dick/rebuild.ts";
import { tokenize, vocabulary } from "../../lib/index.ts";

const folder = new URL("../../data/moby-dick/", import.meta.url);
const file = readFileSync(new URL("moby-dick.json", folder), "utf8");
const readme = readFileSync(new URL("README.md", folder), "utf8");

test("the committed file is what rebuild.ts makes from the package", () => assert.equal(file, rebuilt()));

test("the README states the file's checksum and size", () => {
  assert.ok(readme.includes(createHash("sha256").update(file).digest("hex")));
  assert.ok(readme.includes(`${Buffer.byteLength(file).toLocaleString("en").replaceAll(",", " ")} bytes`));
});

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
