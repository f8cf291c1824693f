// Many batches at once are what two at a time give: an ecosystem pools so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussianMoments, seeded } from "../../../lib/index.ts";
import { concatenate } from "../../../lib/loops/parts/items.ts";

const twoByTwo = <Batch extends ArrayLike<unknown>>(batches: readonly Batch[]): Batch =>
  batches.reduce((all, part) => concatenate(all, part));

test("batches of numbers, of tokens and of rows are joined in order, whether there are one, two or many", () => {
  const rng = seeded(1);
  for (let count = 1; count < 9; count += 1) {
    const lengths = Array.from({ length: count }, () => Math.floor(4 * rng.next()));
    const drawn = lengths.map((length) => Float64Array.from({ length }, () => 100 * rng.next()));
    for (const batches of [
      drawn,
      drawn.map((part) => Uint32Array.from(part)),
      drawn.map((part) => Array.from(part, (x) => [x])),
    ] as ArrayLike<unknown>[][]) {
      const [first, ...others] = batches;
      assert.deepEqual(concatenate(first!, ...others), twoByTwo(batches));
    }
  }
});

test("sufficient statistics pool to the same bits", () => {
  const model = gaussianMoments({ ddof: 1 }).known({ mean: 0.1, sd: 3 });
  const rng = seeded(2);
  const [first, ...others] = Array.from({ length: 7 }, (_, i) => model.sample(i + 2, rng));
  assert.deepEqual(concatenate(first!, ...others), twoByTwo([first!, ...others]));
});
