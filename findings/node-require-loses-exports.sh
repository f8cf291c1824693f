#!/usr/bin/env bash
# require() of an ES module loses its own exports if it re-exports a CommonJS one.
#
# Node 24.21.0. `m.mjs` says `export * from "./c.cjs"`, exports k, and has a default. One would guess that require("./m.mjs")
# has all of them, as import * has. `export *` passes on a name "module.exports" that Node gives to CommonJS modules, and
# require() takes what that name holds for the whole module: the exports of c.cjs, and nothing of m.mjs itself.
# Seen: require gives [a, b]; import * gives a, b, k, default among others.
# Ours: lib/frames/tensors says which names it exports; test/lib/frames/tensors.test.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0
echo 'exports.a = 1; exports.b = 2;' >c.cjs
echo 'export * from "./c.cjs"; export const k = 1; export default 3;' >m.mjs
cat >run.cjs <<'JS'
const required = Object.keys(require("./m.mjs")).sort().join();
import("./m.mjs").then((module) => {
  const imported = ["a", "b", "k", "default"].every((name) => name in module);
  console.log(required, imported);
  process.exit(required === "a,b" && imported ? 0 : 1);
});
JS
node_modules/.bin/node --no-warnings run.cjs
