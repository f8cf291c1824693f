import assert from "node:assert/strict";
import { test } from "node:test";
import { RanHere } from "../../../book/theme/live/ranHere.ts";

/** `b` pushes to what `a` declares; `c` and `d` stand on `a`. */
const cells = ["a", "b", "c", "d"].map((id) => ({ id, touches: id === "b" ? ["a"] : [] }));
const asGiven = (id: string): string => id;

function ran(...ids: string[]): RanHere {
  const here = new RanHere(cells);
  for (const id of ids) here.add(id, id);
  return here;
}

test("a cell runs after those that it needs, of which those run that have not", () => {
  assert.deepEqual(ran().toRun(["a", "c"], asGiven), ["a", "c"]);
  assert.deepEqual(ran("a").toRun(["a", "c"], asGiven), ["c"]);
  assert.deepEqual(ran("a", "c").toRun(["a", "c"], asGiven), ["c"], "asked for, it runs again");
  assert.deepEqual(ran("a", "d").toRun(["a", "c", "d"], asGiven), ["c", "d"]);
});

test("one that has changed runs again, and so do those behind it", () => {
  const changed = (id: string): string => (id === "a" ? "a2" : id);
  assert.deepEqual(ran("a", "b", "d").toRun(["a", "b", "d"], changed), ["a", "b", "d"]);
});

test("one that ran after what stands on it makes that run again", () => {
  assert.deepEqual(ran("a", "c", "a").toRun(["a", "c", "d"], asGiven), ["c", "d"]);
});

test("one whose names another has changed runs again, unless that one belongs before, once", () => {
  assert.deepEqual(ran("a", "b").toRun(["a", "c"], asGiven), ["a", "c"]);
  assert.deepEqual(ran("a", "b").toRun(["a", "b", "c"], asGiven), ["c"]);
  assert.deepEqual(
    ran("a", "b").toRun(["a", "b"], asGiven),
    ["a", "b"],
    "a second push would find the first",
  );
  assert.deepEqual(ran("b", "a").toRun(["a", "c"], asGiven), ["c"]);
});

test("a worker that has ended knows nothing", () => {
  const here = ran("a", "b");
  here.forgetAll();
  assert.deepEqual(here.toRun(["a", "c"], asGiven), ["a", "c"]);
});
