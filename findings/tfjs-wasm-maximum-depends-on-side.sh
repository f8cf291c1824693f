#!/usr/bin/env bash
# In TensorFlow.js's WebAssembly backend the maximum of NaN and 1 depends on which is named first.
#
# @tensorflow/tfjs-backend-wasm 4.22.0 with @tensorflow/tfjs-core 4.22.0, in Node. One would guess that NaN wins, as in NumPy and
# in the plain JavaScript backend, or that it loses on both sides, as in IEEE's maximumNumber. Here maximum(NaN, 1) is NaN and
# maximum(1, NaN) is 1: a network that diverges looks sound or not by the order of two arguments. Likewise log1p(1e-10) is 0
# where the plain backend gives 1e-10.
# Seen: wasm [NaN, 1, 0], cpu [NaN, NaN, 1.00000001e-10].
# Ours: the table of backends in lib/tensor, checked by test/lib/tensor/backends.test.ts; our networks use neither.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0
cat >run.cjs <<'JS'
const tf = require("@tensorflow/tfjs-core");
require("@tensorflow/tfjs-backend-cpu");
require("@tensorflow/tfjs-backend-wasm");
(async () => {
  const seen = {};
  for (const backend of ["wasm", "cpu"]) {
    await tf.setBackend(backend);
    const first = (x) => x.dataSync()[0];
    const [nan, one] = [tf.tensor1d([NaN]), tf.tensor1d([1])];
    seen[backend] = [first(tf.maximum(nan, one)), first(tf.maximum(one, nan)), first(tf.log1p(tf.tensor1d([1e-10])))];
  }
  console.log(seen);
  const { wasm, cpu } = seen;
  const same = Number.isNaN(wasm[0]) && wasm[1] === 1 && wasm[2] === 0 && Number.isNaN(cpu[0]) && Number.isNaN(cpu[1]) && cpu[2] > 9e-11;
  process.exit(same ? 0 : 1);
})();
JS
node run.cjs
