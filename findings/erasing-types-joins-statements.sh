#!/usr/bin/env bash
# Erasing types by blanking them out can join two statements.
#
# sucrase 3.35.1 and Node 24.21.0's own stripTypeScriptTypes(), on the valid program
#     const g = String
#     type A = 1
#     ;(5)
# One would guess that `g` is String, as TypeScript 6.0.3 and esbuild 0.28.2 have it. The semicolon belongs to the type and
# goes with it, so `String` and `(5)` meet, and g is the text "5". Likewise for `x as T` before a line that begins with
# `(`, `[` or a template, which TypeScript ends at the line break:
#     const f = String as any
#     (5)
# Seen: sucrase joins both; Node joins the first and puts a semicolon into the second.
# Ours: kernel/compile/fenceTypes.ts, test/kernel/compile/differential/.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sucrase@3.35.1 typescript@6.0.3 esbuild@0.28.2 node@24.21.0
cat >run.cjs <<'JS'
const { stripTypeScriptTypes } = require("node:module");
const { transform } = require("sucrase");
const ts = require("typescript");
const esbuild = require("esbuild");
const programs = {
  type: "const g = String\ntype A = 1\n;(5)\nglobalThis.seen = typeof g",
  as: "const f = String as any\n(5)\nglobalThis.seen = typeof f",
};
const tools = {
  sucrase: (s) => transform(s, { transforms: ["typescript"], disableESTransforms: true }).code,
  node: (s) => stripTypeScriptTypes(s),
  typescript: (s) => ts.transpileModule(s, { compilerOptions: { target: "esnext" } }).outputText,
  esbuild: (s) => esbuild.transformSync(s, { loader: "ts" }).code,
};
const seen = {};
for (const [tool, strip] of Object.entries(tools))
  for (const [name, source] of Object.entries(programs)) {
    (0, eval)(`(() => { ${strip(source)}\n})()`);
    seen[`${tool} ${name}`] = globalThis.seen;
  }
console.log(JSON.stringify(seen));
const expected = {
  "sucrase type": "string", "sucrase as": "string",
  "node type": "string", "node as": "function",
  "typescript type": "function", "typescript as": "function",
  "esbuild type": "function", "esbuild as": "function",
};
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
JS
node_modules/.bin/node --no-warnings run.cjs
