import assert from "node:assert/strict";
import { test } from "node:test";
import { digits } from "../../data/digits/load.ts";

test("digits() gives 1797 images of 64 pixels, 0 … 16, and their labels", async () => {
  const { images, labels } = await digits();
  assert.deepEqual([images.length, labels.length], [1797, 1797]);
  assert.ok(images.every((image) => image.length === 64 && image.every((pixel) => pixel <= 16)));
  assert.equal(Math.max(...images.map((image) => Math.max(...image))), 16);
});

test("digits() gives the first and last image of the source", async () => {
  const { images, labels } = await digits();
  const rows = (image: Uint8Array): string[] =>
    Array.from({ length: 8 }, (_, row) => image.subarray(8 * row, 8 * row + 8).join(" "));
  assert.equal(labels[0], 0);
  assert.deepEqual(rows(images[0]!), [
    "0 0 5 13 9 1 0 0",
    "0 0 13 15 10 15 5 0",
    "0 3 15 2 0 11 8 0",
    "0 4 12 0 0 8 8 0",
    "0 5 8 0 0 9 8 0",
    "0 4 11 0 1 12 7 0",
    "0 2 14 5 10 12 0 0",
    "0 0 6 13 10 0 0 0",
  ]);
  assert.equal(labels.at(-1), 8);
  assert.deepEqual(rows(images.at(-1)!), [
    "0 0 10 14 8 1 0 0",
    "0 2 16 14 6 1 0 0",
    "0 0 15 15 8 15 0 0",
    "0 0 5 16 16 10 0 0",
    "0 0 12 15 15 12 0 0",
    "0 4 16 6 4 16 6 0",
    "0 8 16 10 8 16 8 0",
    "0 1 8 12 14 12 1 0",
  ]);
});

test("digits() holds each digit as often as the source", async () => {
  const counts = new Array<number>(10).fill(0);
  for (const label of (await digits()).labels) counts[label]! += 1;
  assert.deepEqual(counts, [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
});

test("digits() gives arrays of one's own: changing them changes no later call", async () => {
  const { images } = await digits();
  images[0]!.fill(16);
  assert.equal((await digits()).images[0]![0], 0);
});
