import assert from "node:assert/strict";
import { test } from "node:test";
import { compileCell } from "../../../kernel/compile/compileCell.ts";
import { packCell, unpackCell } from "../../../kernel/compile/portableCell.ts";
import type { Position } from "../../../kernel/compile/position.ts";
import { readCorpus } from "../corpus/readCorpus.ts";

test("a cell that went through a pipe is the same, and knows the same places", () => {
  let places = 0;
  for (const { cells } of readCorpus()) {
    for (const { source } of cells) {
      const compiled = compiledOrNot(source);
      if (!compiled) continue;
      const unpacked = unpackCell(JSON.parse(JSON.stringify(packCell(compiled))));
      assert.equal(unpacked.code, compiled.code);
      assert.equal(unpacked.entry, compiled.entry);
      assert.deepEqual([...unpacked.declared], [...compiled.declared]);
      for (const [index, text] of compiled.code.split("\n").entries()) {
        for (let column = 1; column <= text.length + 1; column += 1) {
          const position: Position | undefined = compiled.position(index + 1, column);
          assert.deepEqual(
            unpacked.position(index + 1, column),
            position,
            `${index + 1}:${column} of ${source}`,
          );
          if (position) places += 1;
        }
      }
      assert.equal(unpacked.position(10_000, 1), compiled.position(10_000, 1));
    }
  }
  assert.ok(places > 10_000, `only ${places} places stand for some of a cell`);
});

function compiledOrNot(source: string): ReturnType<typeof compileCell> | undefined {
  try {
    return compileCell(source, { known: new Set(["x"]) });
  } catch {
    return undefined;
  }
}
