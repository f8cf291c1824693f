import assert from "node:assert/strict";
import { test } from "node:test";
import { lifelines, sharesLeft } from "../../../lib/index.ts";

test("lifelines() and sharesLeft() name the argument they reject", () => {
  const life = { word: "sea", seen: 1, last: 0 };
  assert.throws(() => lifelines({ lives: [], generations: 2 }), /lives must hold 1 to 40 words, got 0/);
  assert.throws(
    () => lifelines({ lives: [{ ...life, last: 3 }], generations: 2 }),
    /lives\[0\].last must be at most 2/,
  );
  assert.throws(() => lifelines({ lives: [life, life], generations: 2 }), /must name each word once/);
  assert.throws(() => sharesLeft({ series: [] }), /series must hold 1 to 6 quantities, got 0/);
  assert.throws(
    () => sharesLeft({ series: [{ label: "x", values: [[0], [1]] }] }),
    /x must start above 0, got 0/,
  );
  assert.throws(
    () =>
      sharesLeft({
        series: [
          { label: "x", values: [[1], [1]] },
          { label: "y", values: [[1], [1], [1]] },
        ],
      }),
    /y must hold 2 generations, got 3/,
  );
});
