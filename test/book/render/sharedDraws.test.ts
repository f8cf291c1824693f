// A cell's numbers must not depend on which other cells ran: it splits its own stream off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sharedDraws } from "../../../book/render/sharedDraws.ts";
import type { CodeCell } from "../../../kernel/notebook/notebook.ts";
import { code } from "../tools/cells.ts";

const setup = code("setup", "const rng = seeded(9);\nlet more: Rng = seeded(10)", []);

for (const [source, uses] of [
  ["rng.next()", ["rng.next()"]],
  ["draw(2, rng) +\n  sum(rng.split('a'), more);", ["rng) +", "more);"]],
  ["fit({ rng })", ["rng })"]],
  ["fit({ rng: rng.split('a'), seed: rng.seed })", []],
  ["rng\n  .split('a').next()", []],
  ["rng.splitAt(1)", ["rng.splitAt(1)"]],
  ["rng.seeds", ["rng.seeds"]],
  ["rng.split('a'); rng!.next()", ["rng.next()"]],
  ["const twice = (rng: Rng): number => rng.next() * 2;", []],
  ["for (const rng of streams) rng.next();", []],
  ["const other = seeded(1);\nother.next()", []],
  ["const rng = seeded(1);\nrng.next()", []],
  ["// rng.next()\nconst text = 'rng.next()';", []],
] as const)
  test(JSON.stringify(source), () => {
    const cell = code("cell", source, []) as CodeCell;
    assert.deepEqual(sharedDraws(cell, [setup, cell]), uses);
  });
