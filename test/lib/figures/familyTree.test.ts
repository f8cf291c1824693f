import assert from "node:assert/strict";
import { test } from "node:test";
import { familyTree, integer, seeded } from "../../../lib/index.ts";

interface Line {
  readonly from: number;
  readonly place: number;
  readonly next: number;
  readonly alive: number;
}

const drawn = (parents: readonly ArrayLike<number>[]): readonly Line[] =>
  (familyTree({ parents }).data as { values: Line[] }).values;

test("familyTree() marks the lines that reach the last generation", () => {
  const lines = drawn([
    [2, 0, 2],
    [0, 1, 0],
  ]);
  assert.deepEqual(
    lines.map(({ alive }) => alive),
    [1, 1, 0, 1, 1, 1],
  );
});

test("no two lines of a family tree cross", () => {
  const rng = seeded(1);
  const parents = Array.from({ length: 20 }, () => Array.from({ length: 9 }, () => integer(9, rng)));
  const lines = drawn(parents);
  for (const a of lines) {
    for (const b of lines) {
      if (a.from === b.from && a.place < b.place) assert.ok(a.next < b.next, `generation ${a.from}`);
    }
  }
});

test("familyTree() names the argument it rejects", () => {
  assert.throws(
    () => familyTree({ parents: [] }),
    /parents must hold at least 1 generation of 1 item, got none/,
  );
  assert.throws(() => familyTree({ parents: [[0, 1], [0]] }), /parents\[1\] must hold 2 items, got 1/);
  assert.throws(() => familyTree({ parents: [[0, 2]] }), /parents\[0\]\[1\] must be below 2, got 2/);
  assert.throws(
    () => familyTree({ parents: [[0, -1]] }),
    /parents\[0\]\[1\] must be an integer of at least 0, got -1/,
  );
  const wide = Array.from({ length: 10 }, () => new Uint8Array(40));
  assert.throws(() => familyTree({ parents: wide }), /parents must hold at most 360 items, got 400/);
});
