#!/usr/bin/env bash
# TypeScript's emit makes `-<any>-x` a decrement.
#
# typescript 6.0.3 (transpileModule). `-<any>-x` is the negative of the negative of x. One would guess that the emit keeps
# two signs apart, as it does for `- -x`. It writes `--x`, which changes x, or is an error for a constant. esbuild 0.28.2
# writes `- -x`.
# Seen: "const y = --x;" and "const z = ++x;" for `+<any>+x`.
# Ours: cells keep the two signs apart; test/kernel/corpus/08-erased-types.txt.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund typescript@6.0.3 esbuild@0.28.2
cat >run.cjs <<'JS'
const ts = require("typescript");
const source = "let x = 5; const y = -<any>-x; const z = +<any>+x;";
const emitted = ts.transpileModule(source, { compilerOptions: { target: "esnext" } }).outputText;
const other = require("esbuild").transformSync(source, { loader: "ts" }).code;
console.log(emitted.trim(), "\n", other.trim());
process.exit(/y = --x;/.test(emitted) && /z = \+\+x;/.test(emitted) && /y = - -x;/.test(other) ? 0 : 1);
JS
node run.cjs
