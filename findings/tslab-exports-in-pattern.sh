#!/usr/bin/env bash
# tslab 1.0.22 turns `const { b: d } = o` into a pattern that also takes `exports`, if `o` is of an earlier cell.
#
# tslab compiles a cell to CommonJS and writes `exports.o` for a name of an earlier cell. One would guess that it leaves the
# pattern on the left alone. Where the pattern renames a property it adds a shorthand, `exports`, so the cell fails when it
# runs: the new constant `exports` is read before it has a value. With the object in the same cell, or without a renaming,
# the pattern stays.
# Seen: "const { a, exports, b: d } = exports.o;", and ReferenceError for valid code that type-checks.
# Ours: chapters, which also run on stock tslab, rename nothing in a pattern; CONTRIBUTING says so, and
# test/tslab/chapters.test.ts runs them there.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts tslab@1.0.22
cat >run.cjs <<'JS'
const vm = require("node:vm");
const { createConverter } = require("tslab/dist/converter.js");
const converter = createConverter();
const emitted = (earlier, cell) => {
  const { output, diagnostics } = converter.convert(earlier, cell);
  if (diagnostics.length > 0) throw new Error("the cell has type errors");
  return output;
};
const earlier = "declare const o: { a: number; b: number };";
const both = emitted(earlier, "const { a, b: d } = o;");
const plain = emitted(earlier, "const { a } = o;");
const oneCell = emitted("", "const o = { a: 1, b: 2 }; const { a, b: d } = o;");
converter.close();
let error;
try {
  vm.runInNewContext(both, { exports: { o: { a: 1, b: 2 } } });
} catch (thrown) {
  error = thrown.name;
}
console.log(both, plain, oneCell, error);
const asSeen =
  both.includes("const { a, exports, b: d } = exports.o;") &&
  plain.includes("const { a } = exports.o;") &&
  oneCell.includes("const { a, b: d } = o;") &&
  error === "ReferenceError";
process.exit(asSeen ? 0 : 1);
JS
node run.cjs
