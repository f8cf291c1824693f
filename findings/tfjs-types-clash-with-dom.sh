#!/usr/bin/env bash
# The types of TensorFlow.js clash with TypeScript's own types of a page.
#
# @tensorflow/tfjs-core 4.22.0, TypeScript 6.0.3. One would guess that an import of a typed package checks under strict.
# tfjs-core depends on @webgpu/types 0.1.38; lib.dom of TypeScript 6 declares WebGPU itself, otherwise.
# Seen: TS6200, TS2403, TS2687 and TS2717 in lib.dom.d.ts and @webgpu/types, and TS2304 "Long" in tfjs-core; none with skipLibCheck.
# Ours: the README of lib says so; test/house/pack.test.ts holds that no error is in our declarations.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund typescript@6.0.3 @tensorflow/tfjs-core@4.22.0
echo 'import type { Tensor } from "@tensorflow/tfjs-core"; export type T = Tensor;' >a.mts
check() { npx tsc --noEmit --strict --target es2022 --module nodenext "$@" a.mts | grep -o "error TS[0-9]*" | sort | uniq -c || true; }
seen=$(check)
echo "$seen"
grep -q TS6200 <<<"$seen"
grep -q TS2717 <<<"$seen"
[ -z "$(check --skipLibCheck)" ]
