import assert from "node:assert/strict";
import { test } from "node:test";
import { toCodePoints, toUtf16 } from "../../kernel/jupyter/language/codePoints.ts";

// Python, which the protocol comes from, says len(text[:k].encode("utf-16-le")) // 2 for what stands on the right.
for (const [text, offsets] of [
  ["", [0]],
  ["abc", [0, 1, 2, 3]],
  ["é𝑥🙂b", [0, 1, 3, 5, 6]],
  ["👩‍🔬", [0, 2, 3, 5]],
] as const)
  test(`places in ${JSON.stringify(text)} are counted there and back`, () => {
    for (const [points, offset] of offsets.entries()) {
      assert.equal(toUtf16(text, points), offset);
      assert.equal(toCodePoints(text, offset), points);
    }
    assert.equal(toUtf16(text, offsets.length + 5), text.length, "beyond the end");
    assert.equal(toUtf16(text, -1), 0);
  });
