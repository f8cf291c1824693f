#!/usr/bin/env bash
# esbuild's plain transform leaves out expressions, and gives functions other names.
#
# esbuild 0.28.2, transformSync(source, { loader: "ts" }): no minify, no bundle. One would guess that a transform keeps
# every statement, so that a console could show the last one's value. It leaves out what has no effect: `typeof 0` and
# `-0` become an empty text, `;(!0)` a semicolon. And `{ a: ((x) => 0) ?? 0 }` is simplified to `{ a: (x) => 0 }`, by
# which the function is called "a"; in the language it has no name.
# Seen: "" , "" , ";" , and the name "a" instead of "".
# Ours: esbuild is only a second opinion in test/kernel/compile/differential/, where values and names are left out of it.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund esbuild@0.28.2
cat >run.cjs <<'JS'
const { transformSync } = require("esbuild");
const code = (s) => transformSync(s, { loader: "ts" }).code.trim();
const name = (s) => (0, eval)(`(${s})`).a.name;
const object = "{ a: ((x) => 0) ?? 0 }";
const simplified = code(`globalThis.o = ${object}`).replace("globalThis.o = ", "").replace(/;$/, "");
const seen = [code("typeof 0"), code("-0"), code(";(!0)"), name(object), name(simplified)];
console.log(JSON.stringify(seen));
process.exit(JSON.stringify(seen) === JSON.stringify(["", "", ";", "", "a"]) ? 0 : 1);
JS
node run.cjs
