#!/usr/bin/env bash
# TypeScript infers nothing from an object literal that lacks a required name and has an unknown one.
#
# typescript 6.0.3, strict. A function of one object: `f<T>(o: { make: () => T; read: (value: T) => number; runs: number })`. Called
# with `run` for `runs` one would guess one error, that `runs` is missing or `run` unknown. There is a second: `value` "is of
# type 'unknown'" in a function that is right. With an intersection, `{ make; read } & { runs }`, the second goes away.
# Seen: codes 2561 and 18046 for the plain object; 2561 alone for the intersection.
# Ours: lib/loops/parts/withFamily.ts; test/lib/loops/types.test.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund typescript@6.0.3
cat >run.cjs <<'JS'
const { writeFileSync } = require("node:fs");
const ts = require("typescript");
const codes = (type) => {
  writeFileSync(
    "a.ts",
    `declare function f<T>(o: ${type}): void;\nf({ make: () => ({ n: 1 }), read: (value) => value.n, run: 3 });\n`,
  );
  const program = ts.createProgram(["a.ts"], { strict: true, noEmit: true, types: [] });
  return ts.getPreEmitDiagnostics(program).map(({ code }) => code).sort();
};
const plain = codes("{ make: () => T; read: (value: T) => number; runs: number }");
const parted = codes("{ make: () => T; read: (value: T) => number } & { runs: number }");
console.log(plain, parted);
process.exit(plain.includes(18046) && !parted.includes(18046) && parted.length === 1 ? 0 : 1);
JS
node run.cjs
