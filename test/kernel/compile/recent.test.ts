import assert from "node:assert/strict";
import { test } from "node:test";
import { Recent } from "../../../kernel/compile/recent.ts";

test("what was asked for last is made once; what was not for long is made again", () => {
  const recent = new Recent<string | undefined>(2);
  const made: string[] = [];
  const ask = (key: string): string | undefined =>
    recent.of(key, () => {
      made.push(key);
      return key === "none" ? undefined : key.toUpperCase();
    });
  assert.deepEqual(["a", "b", "a", "a"].map(ask), ["A", "B", "A", "A"]);
  assert.deepEqual(made, ["a", "b"]);
  ask("c"); // b goes: a was asked for after it
  ask("a");
  assert.deepEqual(made, ["a", "b", "c"]);
  ask("b");
  assert.deepEqual(made, ["a", "b", "c", "b"]);
  assert.deepEqual(["none", "none"].map(ask), [undefined, undefined]);
  assert.deepEqual(made.slice(4), ["none"]);
});

test("what cannot be made is asked for again", () => {
  const recent = new Recent<number>(2);
  assert.throws(() =>
    recent.of("a", () => {
      throw new RangeError("no");
    }),
  );
  assert.equal(
    recent.of("a", () => 1),
    1,
  );
});
