#!/usr/bin/env bash
# A bundle for Node loses TensorFlow.js's backend in plain JavaScript, whose import is all it is for.
#
# @tensorflow/tfjs-backend-cpu 4.22.0, esbuild 0.28.2. Its package.json lists dist/index.js under sideEffects, for pages, and
# not its `main`, dist/tf-backend-cpu.node.js. One would guess that a bundle for Node computes as the program does.
# Seen: the program prints 1, the bundle throws "No backend found in registry."; esbuild warns (ignored-bare-import).
# Ours: lib's README has such a bundle leave TensorFlow.js outside; test/house/pack.test.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund esbuild@0.28.2 @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0
cat >program.mjs <<'JS'
import "@tensorflow/tfjs-backend-cpu";
import { env, tensor1d } from "@tensorflow/tfjs-core";
env().set("PROD", true);
console.log(tensor1d([1]).dataSync()[0]);
JS
npx esbuild program.mjs --bundle --platform=node --outfile=bundle.cjs --log-level=error
[ "$(node program.mjs)" = 1 ]
said=$(node bundle.cjs 2>&1 || true)
grep -m1 "Error: No backend found in registry" <<<"$said"
