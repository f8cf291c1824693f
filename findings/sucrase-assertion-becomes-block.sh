#!/usr/bin/env bash
# `() => <T>{ a: 1 }` returns undefined after sucrase.
#
# sucrase 3.35.1. The function returns an object with an assertion in front. One would guess that the object is still
# returned; without the assertion the brace opens a block, and `a: 1` is a label. TypeScript 6.0.3 writes `() => ({ a: 1 })`.
# Seen: sucrase writes "const f = () => { a: 1 }", f() is undefined. `return <T>` at the end of a line loses its value in
# the same way, and `typeof<T>x` becomes the name typeofx.
# Ours: kernel/compile/fenceTypes.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sucrase@3.35.1
cat >run.cjs <<'JS'
const { transform } = require("sucrase");
const strip = (s) => transform(s, { transforms: ["typescript"], disableESTransforms: true }).code;
const seen = [strip("const f = () => <any>{ a: 1 }"), strip("() => { return <any>\n 5 }"), strip("typeof<any>x")];
console.log(JSON.stringify(seen));
const expected = ["const f = () => { a: 1 }", "() => { return \n 5 }", "typeofx"];
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
JS
node run.cjs
